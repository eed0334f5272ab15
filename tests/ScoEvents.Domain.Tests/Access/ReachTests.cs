using ScoEvents.Domain.Access;

namespace ScoEvents.Domain.Tests.Access;

/// <summary>Every role in every scope it can be granted in, against every question.</summary>
public class ReachTests
{
    private static readonly Guid _otherSecretariat = Guid.NewGuid();
    private static readonly Guid _otherEvent = Guid.NewGuid();
    private static readonly Guid _otherSide = Guid.NewGuid();

    // The places a question can be asked of.
    private static readonly EventScope _own = new(Scopes.Event, Scopes.Secretariat);
    private static readonly EventScope _sibling = new(_otherEvent, Scopes.Secretariat);
    private static readonly EventScope _foreign = new(_otherEvent, _otherSecretariat);
    private static readonly EventScope _adopted = new(Scopes.Event, _otherSecretariat);
    private static readonly EventScope _record = new(_otherEvent, null);

    private static readonly Dictionary<string, Func<Reach, bool>> _questions = new()
    {
        ["administer"] = reach => reach.CanAdminister,
        ["audit"] = reach => reach.CanAudit,
        ["plan somewhere"] = reach => reach.CanPlanSomewhere,
        ["staff somewhere"] = reach => reach.IsStaffSomewhere,
        ["plan in own"] = reach => reach.CanPlanIn(Scopes.Secretariat),
        ["plan in other"] = reach => reach.CanPlanIn(_otherSecretariat),
        ["organise own"] = reach => reach.CanOrganise(_own),
        ["organise sibling"] = reach => reach.CanOrganise(_sibling),
        ["organise foreign"] = reach => reach.CanOrganise(_foreign),
        ["organise adopted"] = reach => reach.CanOrganise(_adopted),
        ["organise record"] = reach => reach.CanOrganise(_record),
        ["invite own"] = reach => reach.CanInvite(_own),
        ["invite sibling"] = reach => reach.CanInvite(_sibling),
        ["invite foreign"] = reach => reach.CanInvite(_foreign),
        ["invite adopted"] = reach => reach.CanInvite(_adopted),
        ["invite record"] = reach => reach.CanInvite(_record),
        ["draft own"] = reach => reach.CanReadDraft(_own),
        ["draft sibling"] = reach => reach.CanReadDraft(_sibling),
        ["draft foreign"] = reach => reach.CanReadDraft(_foreign),
        ["draft adopted"] = reach => reach.CanReadDraft(_adopted),
        ["draft record"] = reach => reach.CanReadDraft(_record),
        ["delegations own"] = reach => reach.CanReadDelegations(_own),
        ["delegations sibling"] = reach => reach.CanReadDelegations(_sibling),
        ["delegations foreign"] = reach => reach.CanReadDelegations(_foreign),
        ["delegations adopted"] = reach => reach.CanReadDelegations(_adopted),
        ["delegations record"] = reach => reach.CanReadDelegations(_record),
        ["speak own side own event"] = reach => reach.SpeaksFor(Scopes.Event, Scopes.Side),
        ["speak own side other event"] = reach => reach.SpeaksFor(_otherEvent, Scopes.Side),
        ["speak other side own event"] = reach => reach.SpeaksFor(Scopes.Event, _otherSide),
        ["speak other side other event"] = reach => reach.SpeaksFor(_otherEvent, _otherSide),
        ["delegation own side own event"] = reach => reach.CanReadDelegation(_own, Scopes.Side),
        ["delegation own side sibling"] = reach => reach.CanReadDelegation(_sibling, Scopes.Side),
        ["delegation own side foreign"] = reach => reach.CanReadDelegation(_foreign, Scopes.Side),
        ["delegation other side own event"] = reach => reach.CanReadDelegation(_own, _otherSide),
        ["delegation other side sibling"] = reach => reach.CanReadDelegation(_sibling, _otherSide),
        ["delegation other side foreign"] = reach => reach.CanReadDelegation(_foreign, _otherSide),
    };

    private static readonly Dictionary<(Role Role, string Scope), string[]> _allowed = new()
    {
        [(Role.Administrator, "portal")] = ["administer", "audit"],
        [(Role.Auditor, "portal")] = ["audit"],
        [(Role.Organiser, "secretariat")] =
        [
            "plan somewhere", "staff somewhere", "plan in own", "organise own", "organise sibling", "invite own", "invite sibling", "draft own", "draft sibling",
            "delegations own", "delegations sibling", "delegation own side own event", "delegation own side sibling", "delegation other side own event",
            "delegation other side sibling",
        ],
        [(Role.Organiser, "event")] =
        [
            "staff somewhere", "organise own", "organise adopted", "invite own", "invite adopted", "draft own", "draft adopted", "delegations own",
            "delegations adopted", "delegation own side own event", "delegation other side own event",
        ],
        [(Role.Registrar, "secretariat")] = ReadsSecretariat(),
        [(Role.Registrar, "event")] = ReadsEvent(),
        [(Role.Staff, "secretariat")] = ReadsSecretariat(),
        [(Role.Staff, "event")] = ReadsEvent(),
        [(Role.FocalPoint, "side")] =
        [
            "speak own side own event", "speak own side other event", "delegation own side own event", "delegation own side sibling", "delegation own side foreign",
        ],
        [(Role.FocalPoint, "side at event")] = ["speak own side own event", "delegation own side own event"],
    };

    public static TheoryData<Role, string> Grants()
    {
        var rows = new TheoryData<Role, string>();
        foreach (var (role, scope) in _allowed.Keys)
        {
            rows.Add(role, scope);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Grants))]
    public void A_grant_answers_yes_to_exactly_its_questions(Role role, string scope)
    {
        var reach = new Reach([new HeldRole(role, Scopes.All[scope])]);

        Assert.Equal(_allowed[(role, scope)].Order(StringComparer.Ordinal), Yes(reach));
    }

    [Fact]
    public void The_table_has_every_role_in_every_scope_that_fits_it() => Assert.Equal(
        Scopes.All.SelectMany(scope => Enum.GetValues<Role>().Where(scope.Value.Fits).Select(role => (role, scope.Key))).ToHashSet(),
        _allowed.Keys.ToHashSet());

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Organiser)]
    [InlineData(Role.Registrar)]
    [InlineData(Role.Staff)]
    public void A_role_in_a_scope_that_does_not_fit_it_opens_nothing_of_an_event(Role role)
    {
        foreach (var scope in Scopes.All.Values.Where(scope => !scope.Fits(role)))
        {
            var reach = new Reach([new HeldRole(role, scope)]);

            Assert.DoesNotContain(Yes(reach), question => question.Contains("own ", StringComparison.Ordinal) || question.StartsWith("organise", StringComparison.Ordinal)
                || question.StartsWith("draft", StringComparison.Ordinal) || question.StartsWith("delegation", StringComparison.Ordinal) || question == "administer");
        }
    }

    [Fact]
    public void Nobody_may_do_nothing() => Assert.Empty(Yes(Reach.None));

    [Fact]
    public void Several_roles_together_allow_what_each_allows_and_no_more()
    {
        var reach = new Reach([.. _allowed.Keys.Select(key => new HeldRole(key.Role, Scopes.All[key.Scope]))]);

        Assert.Equal(_allowed.Values.SelectMany(questions => questions).Distinct().Order(StringComparer.Ordinal), Yes(reach));
        Assert.False(reach.CanOrganise(_foreign));
        Assert.False(reach.SpeaksFor(Scopes.Event, _otherSide));
    }

    [Fact]
    public void Secretariats_and_sides_are_listed_each_once()
    {
        var reach = new Reach(
        [
            new(Role.Organiser, GrantScope.Secretariat(Scopes.Secretariat)), new(Role.Organiser, GrantScope.Secretariat(Scopes.Secretariat)),
            new(Role.Organiser, GrantScope.Event(Scopes.Event)), new(Role.Staff, GrantScope.Secretariat(_otherSecretariat)),
            new(Role.FocalPoint, GrantScope.Side(Scopes.Side)), new(Role.FocalPoint, new GrantScope(EventId: Scopes.Event, SideId: Scopes.Side)),
        ]);

        Assert.Equal([Scopes.Secretariat], reach.PlanningSecretariats);
        Assert.Equal([Scopes.Side], reach.Sides);
        Assert.Empty(Reach.None.PlanningSecretariats);
        Assert.Empty(Reach.None.Sides);
    }

    private static IEnumerable<string> Yes(Reach reach) =>
        _questions.Where(question => question.Value(reach)).Select(question => question.Key).Order(StringComparer.Ordinal);

    private static string[] ReadsSecretariat() =>
    [
        "staff somewhere", "draft own", "draft sibling", "delegations own", "delegations sibling", "delegation own side own event", "delegation own side sibling",
        "delegation other side own event", "delegation other side sibling",
    ];

    private static string[] ReadsEvent() =>
    [
        "staff somewhere", "draft own", "draft adopted", "delegations own", "delegations adopted", "delegation own side own event", "delegation other side own event",
    ];
}
