using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Encryption;

namespace ScoEvents.Web.Security;

/// <summary>Keeps the key ring of cookies and tokens in the database, encrypted by the master key, so that all web nodes share it and a restart signs nobody out.</summary>
internal sealed class DatabaseKeyRing(IDbContextFactory<ScoEventsDbContext> contexts, FieldCipher cipher) : IXmlRepository
{
    private const string Table = "data_protection_keys";
    private const string Column = "xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.DataProtectionKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(cipher.Reveal(key.Xml, Table, Column, key.Id)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        var key = new DataProtectionKey { FriendlyName = friendlyName };
        key.Xml = cipher.Protect(element.ToString(SaveOptions.DisableFormatting), Table, Column, key.Id);
        context.DataProtectionKeys.Add(key);
        context.SaveChanges();
    }
}

internal static class DatabaseKeyRingModule
{
    public static void AddDatabaseKeyRing(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("ScoEvents");
        builder.Services.AddSingleton<DatabaseKeyRing>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((keys, ring) => keys.XmlRepository = ring);
    }
}
