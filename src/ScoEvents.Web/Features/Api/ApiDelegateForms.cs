using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api;

/// <summary>Persons between the interface and the form that the services take.</summary>
internal static class ApiDelegateForms
{
    public static DelegatePersonItem Item(DelegateDetails person, ApiReader reader) => new(
        person.Id, person.Role, person.FamilyName, person.GivenNames, person.NativeName, reader.Text(person.Function), reader.Text(person.Body), person.Email,
        person.PassportMasked, person.RegisteredAt, ApiVersions.TagOf(person.Version).ToString());

    /// <summary>A new person.</summary>
    public static DelegateForm ToForm(this DelegateBody body) => body.Onto(new DelegateForm(), 0);

    /// <summary>A person as the form holds it now, with what the body says.</summary>
    public static DelegateForm Onto(this DelegateBody body, DelegateForm form, uint version)
    {
        form.Role = body.Role;
        form.FamilyName = body.FamilyName;
        form.GivenNames = body.GivenNames;
        form.NativeName = body.NativeName;
        form.Function = body.Function;
        form.Body = body.Body ?? new LocalizedTextInput();
        form.Email = body.Email;
        form.Passport = body.Passport;
        form.Version = version;
        return form;
    }
}
