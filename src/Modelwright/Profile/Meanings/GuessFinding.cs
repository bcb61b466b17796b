namespace Modelwright.Profile.Meanings;

/// <summary>A finding of a guess; the column's name goes before the text.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">What it is about, in snake_case.</param>
/// <param name="Text">What was found, as it goes on after the name.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record GuessFinding(FindingSeverity Severity, string Kind, string Text, string Remedy)
{
    internal Finding Of(string column) => new(Severity, Kind, column, $"'{column}' {Text}", Remedy);
}
