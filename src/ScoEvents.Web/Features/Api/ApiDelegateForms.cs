using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api;

/// <summary>Persons between the interface and the form that the services take.</summary>
/// <param name="states">All states; the interface names them by their codes.</param>
internal sealed class ApiDelegateForms(IReadOnlyList<StateChoice> states)
{
    private static readonly Dictionary<string, string> _pointers = new()
    {
        [nameof(DelegateForm.Nationality)] = "Papers.Nationality",
        [nameof(DelegateForm.PassportState)] = "Papers.PassportState",
        [nameof(DelegateForm.PassportExpiry)] = "Papers.PassportExpiresOn",
        [nameof(DelegateForm.Visa)] = "Stay.NeedsVisa",
        [nameof(DelegateForm.VisaPost)] = "Stay.VisaPost",
        [nameof(DelegateForm.ArrivesOn)] = "Stay.ArrivesOn",
        [nameof(DelegateForm.ArrivesAt)] = "Stay.ArrivesAt",
        [nameof(DelegateForm.Arrival)] = "Stay.Arrival",
        [nameof(DelegateForm.DepartsOn)] = "Stay.DepartsOn",
        [nameof(DelegateForm.DepartsAt)] = "Stay.DepartsAt",
        [nameof(DelegateForm.Departure)] = "Stay.Departure",
        [nameof(DelegateForm.Accommodation)] = "Stay.Accommodation",
        [nameof(DelegateForm.Diet)] = "Stay.Diet",
        [nameof(DelegateForm.AccessNeeds)] = "Stay.AccessNeeds",
        // The whole body is the picture.
        [nameof(DelegateForm.Photo)] = "",
    };

    public static async Task<ApiDelegateForms> ReadAsync(DelegationQueries queries, CancellationToken cancellationToken) => new(await queries.StatesAsync(cancellationToken));

    /// <summary>A person in a list.</summary>
    /// <param name="person">Who.</param>
    /// <param name="zone">Zone of the event, for days and times of travel.</param>
    /// <param name="reader">Who reads; without the scope, nothing that is sensitive.</param>
    public DelegatePersonItem Item(DelegateDetails person, string? zone, ApiReader reader)
    {
        var (papers, stay) = Sensitive(DelegateForm.Of(person, EventZone.Find(zone)), reader);
        return new DelegatePersonItem(
            person.Id, person.Role, person.IsReserve, person.FamilyName, person.GivenNames, person.NativeName, person.FormOfAddress, reader.Text(person.Function),
            reader.Text(person.Body), person.Category, person.Email, person.Languages, person.HasConsent, person.PassportMasked, papers, stay, person.PhotoMark is not null,
            Standing(person), person.RegisteredAt, ApiVersions.TagOf(person.Version).ToString());
    }

    /// <summary>A person in the form in which it can be changed.</summary>
    public DelegateResource Resource(DelegateDetails person, string? zone, ApiReader reader)
    {
        var form = DelegateForm.Of(person, EventZone.Find(zone));
        var (papers, stay) = Sensitive(form, reader);
        return new DelegateResource(
            person.Id, person.PassportMasked, person.PhotoMark is not null, Standing(person), person.RegisteredAt,
            new DelegateBody
            {
                Role = form.Role,
                IsReserve = form.IsReserve,
                FamilyName = form.FamilyName,
                GivenNames = form.GivenNames,
                NativeName = form.NativeName,
                FormOfAddress = form.FormOfAddress,
                Function = form.Function,
                Body = form.Body,
                Category = form.Category,
                Email = form.Email,
                Languages = form.Languages,
                Consent = form.Consent,
                Papers = papers,
                Stay = stay,
            });
    }

    /// <summary>What a body says, on top of the person as it is kept: passport, papers, stay and consent that are left out stay. Refused: <c>api.scope-missing</c>, <c>choice</c> at a state that there is not.</summary>
    /// <param name="body">The body.</param>
    /// <param name="form">The person as it is, or an empty form.</param>
    /// <param name="version">The version that the caller saw; 0 for a new person.</param>
    /// <param name="reader">Who writes.</param>
    public Result<DelegateForm> Onto(DelegateBody body, DelegateForm form, uint version, ApiReader reader)
    {
        if ((body.Passport is not null || body.Papers is not null || body.Stay is not null) && !reader.Caller.Scopes.Contains(ApiScope.PersonalWrite))
        {
            return ApiErrors.ScopeMissing(ApiScope.PersonalWrite);
        }

        form.Role = body.Role;
        form.IsReserve = version == 0 ? body.IsReserve : form.IsReserve;
        form.FamilyName = body.FamilyName;
        form.GivenNames = body.GivenNames;
        form.NativeName = body.NativeName;
        form.FormOfAddress = body.FormOfAddress;
        form.Function = body.Function;
        form.Body = body.Body ?? new LocalizedTextInput();
        form.Category = body.Category;
        form.Email = body.Email;
        form.Languages = [.. body.Languages ?? []];
        form.Consent = body.Consent ?? form.Consent;
        form.Passport = body.Passport;
        form.Version = version;
        if (body.Stay is { } stay)
        {
            (form.Visa, form.VisaPost) = (stay.NeedsVisa, stay.VisaPost);
            (form.ArrivesOn, form.ArrivesAt, form.Arrival) = (stay.ArrivesOn, stay.ArrivesAt, stay.Arrival);
            (form.DepartsOn, form.DepartsAt, form.Departure) = (stay.DepartsOn, stay.DepartsAt, stay.Departure);
            (form.Accommodation, form.Diet, form.AccessNeeds) = (stay.Accommodation, stay.Diet, stay.AccessNeeds);
        }

        return body.Papers is null ? form : Onto(body.Papers, form);
    }

    /// <summary>Refusals at the fields of the interface's body, where papers and stay stand together.</summary>
    public static Result AtBody(Result refused) => refused.IsSuccess ? refused : Result.Fail(
        [.. refused.Errors.Select(error => error.Field is { } field && _pointers.TryGetValue(field, out var pointer) ? error.At(pointer) : error)]);

    private Result<DelegateForm> Onto(PapersBody papers, DelegateForm form)
    {
        var (nationality, issuer) = (IdOf(papers.Nationality), IdOf(papers.PassportState));
        Error[] unknown =
        [
            .. papers.Nationality is not null && nationality is null ? [Error.Invalid("Papers.Nationality", "choice")] : Array.Empty<Error>(),
            .. papers.PassportState is not null && issuer is null ? [Error.Invalid("Papers.PassportState", "choice")] : Array.Empty<Error>(),
        ];
        if (unknown.Length > 0)
        {
            return Result<DelegateForm>.Fail(unknown);
        }

        (form.Nationality, form.PassportState, form.PassportExpiry) = (nationality, issuer, papers.PassportExpiresOn);
        return form;
    }

    private (PapersBody? Papers, StayBody? Stay) Sensitive(DelegateForm form, ApiReader reader) => !reader.Caller.Scopes.Contains(ApiScope.PersonalRead)
        ? (null, null)
        : (
            new PapersBody { Nationality = CodeOf(form.Nationality), PassportState = CodeOf(form.PassportState), PassportExpiresOn = form.PassportExpiry },
            new StayBody
            {
                NeedsVisa = form.Visa,
                VisaPost = form.VisaPost,
                ArrivesOn = form.ArrivesOn,
                ArrivesAt = form.ArrivesAt,
                Arrival = form.Arrival,
                DepartsOn = form.DepartsOn,
                DepartsAt = form.DepartsAt,
                Departure = form.Departure,
                Accommodation = form.Accommodation,
                Diet = form.Diet,
                AccessNeeds = form.AccessNeeds,
            });

    private static DelegateStanding Standing(DelegateDetails person) => new(
        person.State, person.Reason, [.. person.Comments.Select(comment => new DelegateComment(comment.Field, comment.Text))], person.Missing, person.InsteadOf);

    private Guid? IdOf(string? code) => states.FirstOrDefault(state => state.Code == code)?.Id;

    private string? CodeOf(Guid? id) => states.FirstOrDefault(state => state.Id == id)?.Code;
}
