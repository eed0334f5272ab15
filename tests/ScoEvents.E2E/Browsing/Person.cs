namespace ScoEvents.E2E.Browsing;

/// <summary>A demonstration account.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Name to sign in with.</param>
public sealed record Person(string Name, string Email)
{
    /// <summary>Organiser at the National Security Council Secretariat of India.</summary>
    public static Person Organiser { get; } = new("Asha Rao", "organiser@nscs.example");

    /// <summary>Another organiser at the same secretariat.</summary>
    public static Person SecondOrganiser { get; } = new("Vikram Sethi", "organiser2@nscs.example");

    /// <summary>Registrar at the same secretariat.</summary>
    public static Person Registrar { get; } = new("Meera Iyer", "registrar@nscs.example");

    /// <summary>Staff at the same secretariat.</summary>
    public static Person Staff { get; } = new("Rohan Das", "staff@nscs.example");

    /// <summary>Organiser at another secretariat, the executive committee of RATS.</summary>
    public static Person OrganiserOfRats { get; } = new("Timur Saidov", "organiser@ecrats.example");

    /// <summary>Focal point of Kazakhstan.</summary>
    public static Person FocalPointOfKazakhstan { get; } = new("Aigerim Bekova", "focal.kz@mfa.example");

    /// <summary>Focal point of Uzbekistan.</summary>
    public static Person FocalPointOfUzbekistan { get; } = new("Jamshid Karimov", "focal.uz@mfa.example");

    /// <summary>Administrator of the portal.</summary>
    public static Person Administrator { get; } = new("Anna Orlova", "administrator@portal.example");

    /// <summary>Auditor, who takes part in nothing.</summary>
    public static Person Auditor { get; } = new("Li Wei", "auditor@portal.example");
}
