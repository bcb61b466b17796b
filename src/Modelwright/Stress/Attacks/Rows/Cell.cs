namespace Modelwright.Stress.Attacks.Rows;

/// <summary>One value of a row whatever its type.</summary>
/// <param name="Number">A number, a time in days since 0001-01-01, or the code of a level; NaN where missing and for texts.</param>
/// <param name="Text">A text; null where missing and for all else.</param>
internal readonly record struct Cell(double Number, string? Text)
{
    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => double.IsNaN(Number) && Text is null;
}
