using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Participants;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Gathers the list of participants for the writers of files.</summary>
public sealed class ParticipantQueries(DelegationQueries delegations, IStringLocalizer<DelegationsTexts> texts)
{
    // Lists of persons go to those who need them at the event and no further, unless their source says otherwise.
    private const string Classification = "TLP:AMBER";

    /// <summary>The list in one language, provisional as long as persons are registered and not accredited. Refused: <c>not-found</c>, also for a language that the portal does not speak.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="alphabet">Which alphabet orders the sides.</param>
    /// <param name="languageCode">Code of the language.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ParticipantFile>> FileAsync(
        Actor actor, Guid eventId, ProtocolAlphabet alphabet, string? languageCode, CancellationToken cancellationToken)
    {
        if (PortalLanguages.Find(languageCode) is not { } language)
        {
            return Error.NotFound();
        }

        var read = await delegations.ParticipantsAsync(actor, eventId, new SideOrder(alphabet, language.Code), cancellationToken);
        if (read.Error is { } refused)
        {
            return refused;
        }

        // The words follow the language of the list, not that of the page it was asked for from.
        CultureInfo.CurrentUICulture = language.Culture;
        var (head, participants) = read.Value;
        var list = new ParticipantList
        {
            EventTitle = head.Title.In(language.Code),
            Language = language.Code,
            Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Classification = Classification,
            IsProvisional = true,
            Labels = new ParticipantLabels(
                texts["Column.Number"], texts["Column.Side"], texts["Column.Capacity"], texts["Column.Role"], texts["Column.Name"],
                texts["Column.NativeName"], texts["Column.Function"], texts["Column.Body"], texts["Column.Accreditation"]),
            Rows =
            [
                .. participants.Select((person, index) => new ParticipantRow(
                    index + 1, person.Side.Names.In(language.Code), texts[$"Capacity.{person.Capacity}"], texts[$"Role.{person.Role}"],
                    person.DisplayName, person.NativeName, person.Function.In(language.Code), person.Body.In(language.Code) is { Length: > 0 } body ? body : null, texts["Accreditation.Registered"])),
            ],
        };
        var name = new ExportFileName
        {
            Stem = head.Slug,
            Content = "participants",
            IsProvisional = true,
            Language = language.Code,
            Classification = Classification,
            Extension = "csv",
        };
        return new ParticipantFile(name, list);
    }
}

/// <summary>A list of participants with the name its file gets.</summary>
public sealed record ParticipantFile(ExportFileName Name, ParticipantList List);
