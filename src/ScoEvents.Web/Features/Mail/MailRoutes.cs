using System.Globalization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Addresses of the pages on which an event's mails are reviewed.</summary>
public static class MailRoutes
{
    public static string Mails(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/mail";

    /// <summary>The list under a filter; what is not asked for is left out.</summary>
    public static string Mails(Guid eventId, MailShelf shelf, int page = 1) => string.Create(
        CultureInfo.InvariantCulture, $"{Mails(eventId)}?shelf={shelf}{(page > 1 ? string.Create(CultureInfo.InvariantCulture, $"&page={page}") : "")}");

    public static string Mail(Guid eventId, Guid mailId) => $"{Mails(eventId)}/{mailId}";
}
