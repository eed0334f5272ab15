using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

public sealed partial class Delegate
{
    /// <summary>Stands in place of the name of an erased person wherever a name is wanted.</summary>
    public const string ErasedName = "—";

    /// <summary>Whether a number of a passport is kept.</summary>
    public bool HasPassport => Passport.Envelope.Length > 0;

    /// <summary>Takes passport data, visa, travel and stay away for good; name, function and contact stay.</summary>
    /// <param name="now">UTC.</param>
    public void Purge(DateTimeOffset now)
    {
        Passport = new ProtectedText("", "");
        (NationalityId, PassportStateId, PassportExpiresOn) = (null, null, null);
        Stay = DelegateStay.Unknown;
        PurgedAt ??= now;
    }

    /// <summary>
    /// Takes everything away that says who the person is; side, role and the days of registration stay, so that lists keep
    /// their counts. Refused: <c>privacy.person-comes</c> for somebody who is still expected, <c>privacy.erased-already</c>.
    /// </summary>
    /// <param name="isOver">Whether the event is over or cancelled.</param>
    /// <param name="now">UTC.</param>
    public Result Erase(bool isOver, DateTimeOffset now)
    {
        if (ErasedAt is not null)
        {
            return Error.Refused("privacy.erased-already");
        }

        if (IsLive && !isOver)
        {
            return Error.Refused("privacy.person-comes");
        }

        Purge(now);
        (FamilyName, GivenNames, NativeName) = (ErasedName, "", null);
        (Function, Body) = (LocalizedText.Empty, LocalizedText.Empty);
        (FormOfAddress, Category, Languages, Email) = (null, null, [], "");
        ConsentAt = null;
        ErasedAt = now;
        return Result.Success;
    }
}
