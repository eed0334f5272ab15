namespace ScoEvents.Domain.Api;

/// <summary>What the bearer of a token may do at most; the grants of its user still decide over each event and side.</summary>
public enum ApiScope
{
    /// <summary>Reads drafts of programmes.</summary>
    ProgrammeRead,

    /// <summary>Changes drafts of programmes.</summary>
    ProgrammeWrite,

    /// <summary>Reads delegations, their persons and the list of participants.</summary>
    DelegationsRead,

    /// <summary>Registers and changes persons of a delegation.</summary>
    DelegationsWrite,

    /// <summary>Reads what is sensitive of persons: nationality and papers, travel, stay and needs, photographs; never a passport's number.</summary>
    PersonalRead,

    /// <summary>Writes what is sensitive of persons, the passport's number too.</summary>
    PersonalWrite,
}

/// <summary>How scopes are written: <c>programme:read</c> and its kin.</summary>
public static class ApiScopes
{
    /// <summary>All scopes, in the order in which they are offered.</summary>
    public static IReadOnlyList<ApiScope> All { get; } = Enum.GetValues<ApiScope>();

    /// <summary>The scope in requests, answers and documents.</summary>
    public static string Code(this ApiScope scope) => scope switch
    {
        ApiScope.ProgrammeRead => "programme:read",
        ApiScope.ProgrammeWrite => "programme:write",
        ApiScope.DelegationsRead => "delegations:read",
        ApiScope.DelegationsWrite => "delegations:write",
        ApiScope.PersonalRead => "personal:read",
        ApiScope.PersonalWrite => "personal:write",
    };
}
