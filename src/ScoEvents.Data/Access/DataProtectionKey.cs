namespace ScoEvents.Data.Access;

/// <summary>A key of the ring by which cookies and tokens are protected, shared by all web nodes.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Name given by the framework.</summary>
    public string FriendlyName { get; set; } = "";

    /// <summary>The key as XML.</summary>
    public string Xml { get; set; } = "";
}
