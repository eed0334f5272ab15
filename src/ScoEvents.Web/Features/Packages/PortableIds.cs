using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Packages;

/// <summary>
/// States, organisations, secretariats and sides have other identities in every portal. In a package each has one that
/// is made from its code or key, wherever in the rows it stands.
/// </summary>
internal sealed partial class PortableIds
{
    private readonly Dictionary<Guid, Guid> _toPortable;
    private readonly Dictionary<Guid, Guid> _toLocal;

    private PortableIds(IEnumerable<(Guid Local, string Key)> known)
    {
        _toPortable = known.ToDictionary(pair => pair.Local, pair => Portable(pair.Key));
        _toLocal = _toPortable.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>Reads what this portal knows; four commands.</summary>
    public static async Task<PortableIds> ReadAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var states = await context.States.AsNoTracking().Select(state => new { state.Id, state.Iso2 }).ToListAsync(cancellationToken);
        var organisations = await context.Organisations.AsNoTracking().Select(body => new { body.Id, body.Key }).ToListAsync(cancellationToken);
        var secretariats = await context.Secretariats.AsNoTracking().Select(host => new { host.Id, host.Slug }).ToListAsync(cancellationToken);
        var sides = await context.Sides.AsNoTracking().Select(side => new { side.Id, side.StateId, side.OrganisationId }).ToListAsync(cancellationToken);
        var codes = states.ToDictionary(state => state.Id, state => state.Iso2);
        var keys = organisations.ToDictionary(body => body.Id, body => body.Key);
        return new PortableIds(
        [
            .. states.Select(state => (state.Id, $"state:{state.Iso2}")),
            .. organisations.Select(body => (body.Id, $"organisation:{body.Key}")),
            .. secretariats.Select(host => (host.Id, $"secretariat:{host.Slug}")),
            .. sides.Select(side => (side.Id, side.StateId is { } state ? $"side:state:{codes[state]}" : $"side:organisation:{keys[side.OrganisationId!.Value]}")),
        ]);
    }

    /// <summary>The text with identities that every portal knows.</summary>
    public string ToPortable(string text) => Identity().Replace(text, match => Of(match.Value, _toPortable));

    /// <summary>The text with this portal's own identities.</summary>
    public string ToLocal(string text) => Identity().Replace(text, match => Of(match.Value, _toLocal));

    private static string Of(string text, Dictionary<Guid, Guid> map) => map.TryGetValue(Guid.Parse(text), out var other) ? other.ToString("D") : text;

    // RFC 9562, section 5.8: a UUID whose bits are the maker's own affair.
    private static Guid Portable(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(key))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identity();
}
