namespace Modelwright.Fuzz;

/// <summary>Bytes with a piece left out, large pieces first.</summary>
internal static class Pieces
{
    /// <summary>Every way to leave out one piece of half the length, a quarter, and so on.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="from">Bytes at the start that stay.</param>
    internal static IEnumerable<byte[]> LeftOut(byte[] input, int from = 0)
    {
        for (var size = (input.Length - from) / 2; size >= 1; size /= 2)
        {
            for (var start = from; start + size <= input.Length; start += size)
            {
                yield return [.. input.AsSpan(0, start), .. input.AsSpan(start + size)];
            }
        }
    }
}
