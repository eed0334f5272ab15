namespace ScoEvents.Web.Features.CheckIn;

/// <summary>Addresses of check-in.</summary>
public static class CheckInRoutes
{
    /// <summary>The page for phones and tablets at a door.</summary>
    public static string Door(Guid eventId) => $"/check-in/{eventId}";

    /// <summary>What was wrong at the doors, or everything, for staff.</summary>
    public static string Scans(Guid eventId, bool onlyProblems, int page = 1) =>
        $"{Delegations.DelegationRoutes.CheckIn(eventId)}?page={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(onlyProblems ? "&shown=problems" : "")}";
}
