namespace ScoEvents.Domain.Organisations;

/// <summary>An organisation that hosts events in the portal and has users.</summary>
public sealed class Secretariat
{
    private Secretariat()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation; at most one secretariat each.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Its short name in addresses, lower case with hyphens.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Makes a secretariat of an organisation, under the organisation's key.</summary>
    public static Secretariat Of(Organisation organisation) =>
        new() { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Slug = organisation.Key };
}
