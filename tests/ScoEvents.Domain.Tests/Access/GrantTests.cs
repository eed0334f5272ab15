using ScoEvents.Domain.Access;

namespace ScoEvents.Domain.Tests.Access;

public class GrantTests
{
    private static readonly Guid _user = Guid.NewGuid();

    public static TheoryData<Role, string, bool> Fitting()
    {
        var rows = new TheoryData<Role, string, bool>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var scope in Scopes.All.Keys)
            {
                rows.Add(role, scope, role switch
                {
                    Role.Administrator or Role.Auditor => scope is "portal",
                    Role.Organiser or Role.Registrar or Role.Staff => scope is "secretariat" or "event",
                    Role.FocalPoint => scope is "side" or "side at event",
                });
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Fitting))]
    public void A_role_is_granted_only_in_a_scope_that_fits_it(Role role, string scopeName, bool fits)
    {
        var scope = Scopes.All[scopeName];

        Assert.Equal(fits, scope.Fits(role));
        if (fits)
        {
            var grant = Grant.Give(_user, role, scope, Clock.Now);
            Assert.Equal((_user, role, scope, Clock.Now, null), (grant.UserId, grant.Role, grant.Scope, grant.GrantedAt, grant.RevokedAt));
        }
        else
        {
            Assert.Throws<ArgumentException>(() => Grant.Give(_user, role, scope, Clock.Now));
        }
    }

    [Fact]
    public void A_grant_is_revoked_once()
    {
        var grant = Grant.Give(_user, Role.Auditor, GrantScope.Portal, Clock.Now);

        grant.Revoke(Clock.Later);
        grant.Revoke(Clock.MuchLater);

        Assert.Equal(Clock.Later, grant.RevokedAt);
    }

    [Fact]
    public void An_actor_is_a_user_or_nobody()
    {
        Assert.Null(Actor.Public.UserId);
        Assert.Equal(_user, Actor.Of(_user).UserId);
    }
}
