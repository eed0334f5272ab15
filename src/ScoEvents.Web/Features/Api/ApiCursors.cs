using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Makes the marks by which a reader asks for the next page; encrypted and sealed, so that nobody builds on what is in them.</summary>
internal sealed class ApiCursors(IDataProtectionProvider protection)
{
    private const int MaxLength = 1_000;
    private readonly IDataProtector _protector = protection.CreateProtector("ScoEvents.Api.Cursor");

    /// <summary>The mark of a place in a list.</summary>
    /// <param name="list">What is listed, with everything that narrows it: a cursor of another list is none.</param>
    /// <param name="position">The place.</param>
    public string Seal<T>(string list, T position) =>
        WebEncoders.Base64UrlEncode(_protector.CreateProtector(list).Protect(JsonSerializer.SerializeToUtf8Bytes(position)));

    /// <summary>The place that a mark names; null for the beginning. Refused: <c>api.cursor-invalid</c>.</summary>
    public Result<T?> Open<T>(string list, string? cursor)
        where T : class
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return Result.Ok<T?>(null);
        }

        if (cursor.Length > MaxLength)
        {
            return ApiErrors.CursorInvalid();
        }

        try
        {
            return JsonSerializer.Deserialize<T>(_protector.CreateProtector(list).Unprotect(WebEncoders.Base64UrlDecode(cursor)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return ApiErrors.CursorInvalid();
        }
    }
}

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Cursor of the page after it, or null where it is the last.</param>
public sealed record ApiPage<T>(
    IReadOnlyList<T> Items,
    [property: System.ComponentModel.Description("Give it as cursor to get the next page; null on the last one.")] string? Next);
