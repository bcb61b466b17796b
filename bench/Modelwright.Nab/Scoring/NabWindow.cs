namespace Modelwright.Nab.Scoring;

/// <summary>Rows in which an anomaly counts as found.</summary>
/// <param name="First">First row, from 0.</param>
/// <param name="Last">Last row, itself inside.</param>
internal readonly record struct NabWindow(int First, int Last)
{
    /// <summary>Rows inside, 1 or more.</summary>
    public int Width => Last - First + 1;

    /// <summary>The windows that flags mark, in order.</summary>
    /// <param name="inside">Whether each row lies in a window.</param>
    public static IReadOnlyList<NabWindow> From(ReadOnlySpan<bool> inside)
    {
        var windows = new List<NabWindow>();
        var first = -1;
        for (var row = 0; row <= inside.Length; row++)
        {
            var isInside = row < inside.Length && inside[row];
            if (isInside && first < 0)
            {
                first = row;
            }
            else if (!isInside && first >= 0)
            {
                windows.Add(new(first, row - 1));
                first = -1;
            }
        }

        return windows;
    }
}
