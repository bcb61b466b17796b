namespace Modelwright.Server.Faults;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
/// <param name="Row">0-based row; null where it is no matter of one row.</param>
/// <param name="Column">The column; null where it is no matter of one column.</param>
/// <param name="Value">The value as it came in, cut where it is long; null where there is none.</param>
internal sealed record RequestFault(string Message, string Remedy, int? Row = null, string? Column = null, string? Value = null)
{
    private const int MostShown = 100;

    /// <summary>All of it in one text.</summary>
    internal string Text => string.Concat(
        Column is null ? "" : $"Column '{Column}'",
        Row is { } row ? FormattableString.Invariant($"{(Column is null ? "Row" : ", row")} {row}") : "",
        Column is null && Row is null ? "" : ": ",
        Message,
        " ",
        Remedy);

    /// <summary>A value as it may stand in a text.</summary>
    internal static string Shown(string value) => value.Length <= MostShown ? value : string.Concat(value.AsSpan(0, MostShown), "…");
}
