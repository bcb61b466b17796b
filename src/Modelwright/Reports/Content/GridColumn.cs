namespace Modelwright.Reports.Content;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right.</param>
public sealed record GridColumn(string Title, bool IsNumber)
{
    internal static GridColumn Parse(string heading) => new(heading.TrimStart('>'), heading.StartsWith('>'));
}
