using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Says in the current language what stands on a list of participants.</summary>
public sealed class ParticipantSpeech(IStringLocalizer<ParticipantTexts> texts, IStringLocalizer<DelegationsTexts> delegationTexts)
{
    public string Say(Capacity capacity) => delegationTexts[$"Capacity.{capacity}"];

    public string Say(DelegationRole role) => delegationTexts[$"Role.{role}"];

    public string Say(SnapshotKind kind) => texts[$"Kind.{kind}"];

    public string Say(SnapshotChangeKind kind) => texts[$"Change.{kind}"];

    public string? Say(FormOfAddress? address) => address is { } known ? texts[$"Address.{known}"].Value : null;

    public string? Say(AttendeeCategory? category) => category is { } known ? texts[$"Category.{known}"].Value : null;

    public string Say(SnapshotField field) => texts[$"Column.{field}"];

    /// <summary>Given names, then the family name in capitals; a neutral text for an erased person.</summary>
    public string Name(SnapshotEntry entry) => entry.IsErased ? texts["Erased"] : entry.DisplayName;

    /// <summary>What a field of a line says; empty for nothing.</summary>
    public string Value(SnapshotField field, SnapshotEntry entry, string language) => field switch
    {
        SnapshotField.Side => $"{entry.Side.In(language)}, {Say(entry.Capacity)}",
        SnapshotField.Role => Say(entry.Role),
        SnapshotField.Name => string.Join(' ', new[] { Say(entry.FormOfAddress), Name(entry) }.Where(part => !string.IsNullOrEmpty(part))),
        SnapshotField.NativeName => entry.NativeName ?? "",
        SnapshotField.Function => entry.Function.In(language),
        SnapshotField.Body => entry.Body.In(language),
        SnapshotField.Category => Say(entry.Category) ?? "",
        SnapshotField.Accreditation => entry.IsAccredited ? texts["Standing.Accredited"] : texts["Status.Open"],
    };
}
