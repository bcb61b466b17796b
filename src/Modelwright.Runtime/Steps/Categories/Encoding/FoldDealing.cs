namespace Modelwright.Runtime.Steps.Categories.Encoding;

/// <summary>Deals rows to folds by chance, the same for one seed on every platform.</summary>
/// <remarks>Chance is SplitMix64 (Steele, Lea &amp; Flood 2014).</remarks>
internal static class FoldDealing
{
    /// <summary>A fold for each row, of at most 255; sizes differ by one at most.</summary>
    internal static byte[] Deal(int rowCount, int folds, int seed)
    {
        var dealt = new byte[rowCount];
        for (var row = 0; row < rowCount; row++)
        {
            dealt[row] = (byte)(row % folds);
        }

        var state = (ulong)(uint)seed;
        for (var last = rowCount - 1; last > 0; last--)
        {
            var other = (int)Math.BigMul(Next(ref state), (ulong)last + 1, out _);
            (dealt[last], dealt[other]) = (dealt[other], dealt[last]);
        }

        return dealt;
    }

    internal static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
