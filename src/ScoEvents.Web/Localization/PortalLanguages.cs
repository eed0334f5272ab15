using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Localization;

/// <summary>A language of the interface: its code in addresses and stored texts, its own name, and how it is written.</summary>
public sealed record PortalLanguage(string Code, string NativeName, bool IsRightToLeft, CultureInfo Culture)
{
    /// <summary>Value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Several of a kind in one line, such as "India, China" or "印度、中国".</summary>
    public string List(IEnumerable<string> names) => string.Join(Code switch { Languages.Urdu => "، ", Languages.Chinese => "、", _ => ", " }, names);

    /// <summary>Parts that say the same thing more closely, such as "New Delhi, India"; those that are not known are left out.</summary>
    public string Join(params IEnumerable<string?> parts) => string.Join(
        Code switch { Languages.Urdu => "، ", Languages.Chinese => "，", _ => ", " }, parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A name that may be in another script, kept together where the line runs from right to left: the comma behind it would else go to its other side, and two names beside each other change places.</summary>
    public string Isolate(string name) => IsRightToLeft && name.Length > 0 ? $"\u2068{name}\u2069" : name;
}

/// <summary>The five languages of the portal, in the order in which they are offered.</summary>
public static class PortalLanguages
{
    public static PortalLanguage English { get; } = Create("en", "English", "en-GB");

    public static PortalLanguage Russian { get; } = Create("ru", "Русский", "ru-RU");

    public static PortalLanguage Chinese { get; } = Create("zh", "中文", "zh-CN");

    public static PortalLanguage Hindi { get; } = Create("hi", "हिन्दी", "hi-IN");

    public static PortalLanguage Urdu { get; } = Create("ur", "اردو", "ur-PK");

    public static IReadOnlyList<PortalLanguage> All { get; } = [English, Russian, Chinese, Hindi, Urdu];

    /// <summary>The language the current request or circuit speaks.</summary>
    public static PortalLanguage Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>The language of exactly this code (<c>ru</c>, not <c>RU</c> or <c>ru-RU</c>), or null.</summary>
    public static PortalLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>The language that the first segment of a path names, or null.</summary>
    public static PortalLanguage? FromPath(PathString path)
    {
        var segments = path.Value.AsSpan().TrimStart('/');
        var end = segments.IndexOf('/');
        return Find((end < 0 ? segments : segments[..end]).ToString());
    }

    private static PortalLanguage Create(string code, string nativeName, string cultureName)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(cultureName).Clone();
        // Programmes are read by the 24-hour clock and the Gregorian calendar in every language of the portal.
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return new PortalLanguage(code, nativeName, culture.TextInfo.IsRightToLeft, CultureInfo.ReadOnly(culture));
    }
}
