namespace Modelwright.Fuzz.Csv;

/// <summary>A record of a delimited file.</summary>
/// <param name="Cells">Its cells without quotes.</param>
/// <param name="IsBlank">Whether there is nothing on its line.</param>
/// <param name="IsBroken">Whether it cannot be read: its quotes, or bytes that are no text.</param>
internal sealed record CsvRow(IReadOnlyList<string> Cells, bool IsBlank, bool IsBroken);
