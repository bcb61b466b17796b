namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Brings rows of numbers to length 1 (Euclid).</summary>
internal static class UnitLength
{
    /// <summary>Divides by the length; a row of zeros stays.</summary>
    internal static void Bring(Span<double> values)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += value * value;
        }

        if (squares > 0)
        {
            var length = Math.Sqrt(squares);
            foreach (ref var value in values)
            {
                value /= length;
            }
        }
    }
}
