using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Delegations;

/// <summary>Persons and delegations to begin a test with.</summary>
internal static class Persons
{
    public static readonly ProtectedText Passport = new("v1:abc", "•••••••67");

    public static DelegateFacts Facts(DelegationRole role = DelegationRole.Member) =>
        new(role, "Karimova", "Dilnoza", "Дилноза Каримова", LocalizedText.Of(en: "Deputy Director"), LocalizedText.Of(en: "Institute"), "d.karimova@example.uz", Passport);

    public static Delegation Delegation(int quota = 12) =>
        Invitation.Issue(Guid.NewGuid(), Guid.NewGuid(), Capacity.Member, quota, Clock.Now).Accept(Guid.NewGuid(), Clock.Now).Value;
}
