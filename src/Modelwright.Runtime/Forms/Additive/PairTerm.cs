namespace Modelwright.Runtime.Forms.Additive;

/// <summary>What two inputs add to the score together, beyond what each adds by itself: a table of cells.</summary>
/// <param name="First">Position of the input whose parts are the rows of the table.</param>
/// <param name="Second">Position of the input whose parts are its columns; above <paramref name="First"/>.</param>
/// <param name="FirstParts">For each bin of the first input's shape its part of the table.</param>
/// <param name="SecondParts">For each bin of the second input's shape its part of the table.</param>
/// <param name="Values">Parts of the first input x parts of the second x outputs.</param>
public sealed record PairTerm(int First, int Second, int[] FirstParts, int[] SecondParts, double[] Values)
{
    /// <summary>Parts of the second input; 0 where it has no bin.</summary>
    internal int Columns { get; } = Parts(SecondParts);

    /// <summary>Parts of the first input; 0 where it has no bin.</summary>
    internal int Rows { get; } = Parts(FirstParts);

    private static int Parts(int[] parts)
    {
        var most = -1;
        foreach (var part in parts)
        {
            most = Math.Max(most, part);
        }

        // One more than the largest; a part beyond the range of whole numbers is no part, and the check refuses it.
        return most == int.MaxValue ? 0 : most + 1;
    }
}
