namespace Modelwright.Findings.Leaks;

/// <summary>Whether every value has one class.</summary>
internal static class Purity
{
    /// <summary>Whether no value has rows of two classes.</summary>
    /// <param name="values">A value a row, from 0.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="classes">A class a row.</param>
    public static bool IsPure(ReadOnlySpan<int> values, int count, ReadOnlySpan<int> classes)
    {
        var classOf = new int[count];
        Array.Fill(classOf, -1);
        for (var row = 0; row < values.Length; row++)
        {
            if (classOf[values[row]] < 0)
            {
                classOf[values[row]] = classes[row];
            }
            else if (classOf[values[row]] != classes[row])
            {
                return false;
            }
        }

        return true;
    }
}
