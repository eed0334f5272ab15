namespace ScoEvents.Exports.Agenda;

/// <summary>The signs between the parts of a line, which are not the same in every script.</summary>
internal sealed record AgendaPunctuation(string Comma, string Semicolon, string Colon)
{
    /// <summary>Urdu has signs of its own, Chinese sets full-width ones without a space.</summary>
    public static AgendaPunctuation For(string language) => language.Split('-')[0] switch
    {
        "ur" => new("، ", "؛ ", ": "),
        "zh" => new("，", "；", "："),
        _ => new(", ", "; ", ": "),
    };
}
