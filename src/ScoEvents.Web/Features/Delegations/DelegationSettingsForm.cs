using ScoEvents.Domain.Delegations;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What an organiser may set for the delegations of an event.</summary>
public sealed class DelegationSettingsForm
{
    /// <summary>Day by which sides shall answer, or null.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>Last day on which persons are registered, or null.</summary>
    public DateOnly? RegisterBy { get; set; }

    /// <summary>Day on which passport data and photographs are purged, or null.</summary>
    public DateOnly? PurgeOn { get; set; }

    /// <summary>Languages in which function and body are asked for.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>A row for each field.</summary>
    public List<FieldNeedForm> Fields { get; set; } = [];

    /// <summary>Limits beside the invitation's own.</summary>
    public List<QuotaRuleForm> Quotas { get; set; } = [];

    /// <summary>Areas that a badge may open.</summary>
    public List<ZoneForm> Zones { get; set; } = [];

    /// <summary>Version that the organiser saw; 0 while there are no settings.</summary>
    public uint Version { get; set; }

    internal static DelegationSettingsForm Of(DelegationSettings settings) => new()
    {
        AnswerBy = settings.AnswerBy,
        RegisterBy = settings.RegisterBy,
        PurgeOn = settings.PurgeOn,
        Languages = [.. settings.Languages],
        Fields =
        [
            .. Enum.GetValues<DelegateField>().Select(field => new FieldNeedForm
            {
                Field = field,
                Need = settings.Fields.FirstOrDefault(rule => rule.Field == field && rule.Role is null)?.Need ?? DelegateFields.DefaultNeed(field),
                ByRole = settings.Fields.Where(rule => rule.Field == field && rule.Role is not null).ToDictionary(rule => rule.Role!.Value, rule => rule.Need),
            }),
        ],
        Quotas = [.. settings.Quotas.Select(rule => new QuotaRuleForm { Kind = rule.Kind, Capacity = rule.Capacity, Role = rule.Role, Places = rule.Places })],
        Zones = [.. settings.Zones.Select(zone => new ZoneForm { Id = zone.Id, Name = zone.Name.ToInput(), Roles = [.. zone.Roles], Rooms = [.. zone.Rooms] })],
        Version = settings.Version,
    };

    internal DelegationRules ToRules() => new()
    {
        AnswerBy = AnswerBy,
        RegisterBy = RegisterBy,
        PurgeOn = PurgeOn,
        Languages = [.. Languages.Distinct()],
        Fields =
        [
            .. Fields.SelectMany(row => row.ByRole.Select(role => new FieldRule(row.Field, role.Key, role.Value)).Prepend(new FieldRule(row.Field, null, row.Need))),
        ],
        Quotas = [.. Quotas.Select(row => new QuotaRule(row.Kind, row.Capacity, row.Role, row.Places ?? -1))],
        Zones = [.. Zones.Select(row => new AccessZone(row.Id, row.Name.ToText(), [.. row.Roles.Distinct()]) { Rooms = [.. row.Rooms.Distinct()] })],
    };
}

/// <summary>How much a field is wanted, of all roles and of single ones.</summary>
public sealed class FieldNeedForm
{
    /// <summary>The field.</summary>
    public DelegateField Field { get; set; }

    /// <summary>Of roles without a need of their own.</summary>
    public FieldNeed Need { get; set; }

    /// <summary>Of single roles.</summary>
    public Dictionary<DelegationRole, FieldNeed> ByRole { get; set; } = [];
}

/// <summary>One limit.</summary>
public sealed class QuotaRuleForm
{
    /// <summary>What is counted.</summary>
    public QuotaKind Kind { get; set; }

    /// <summary>Of sides in this capacity, or null for all.</summary>
    public Capacity? Capacity { get; set; }

    /// <summary>Of persons in this role, or null for all.</summary>
    public DelegationRole? Role { get; set; }

    /// <summary>The most.</summary>
    public int? Places { get; set; }
}

/// <summary>One area.</summary>
public sealed class ZoneForm
{
    /// <summary>Identity; new zones get theirs when they are added.</summary>
    public Guid Id { get; set; }

    /// <summary>What people call it.</summary>
    public LocalizedTextInput Name { get; set; } = new();

    /// <summary>Who may enter; empty for everybody.</summary>
    public List<DelegationRole> Roles { get; set; } = [];

    /// <summary>Rooms of the event that lie in it.</summary>
    public List<Guid> Rooms { get; set; } = [];
}
