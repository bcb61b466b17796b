using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>The waves at the places of rows, some rows at a time: waves x rows, so that vectors run over rows.</summary>
internal sealed class WaveRows(WaveExpansion waves, double[] places, int[] order)
{
    /// <summary>Rows at a time.</summary>
    public const int Together = 256;

    private readonly double _scale = Math.Sqrt(2.0 / waves.Functions);

    /// <summary>Number of rows, in the order in which they are learned from.</summary>
    public int Count => order.Length;

    /// <summary>Number of waves.</summary>
    public int Waves => waves.Functions;

    /// <summary>The row of a place in the order.</summary>
    public int Row(int place) => order[place];

    /// <summary>Fills waves x <see cref="Together"/>; places beyond the last row are 0.</summary>
    /// <param name="start">The first place in the order.</param>
    /// <param name="count">Rows.</param>
    /// <param name="stride">The step from one place to the next; 1 takes all.</param>
    /// <param name="values">Where they go.</param>
    /// <param name="threads">Threads to use.</param>
    public void Fill(int start, int count, int stride, double[] values, int threads)
    {
        if (threads <= 1)
        {
            for (var place = 0; place < Together; place++)
            {
                FillOne(start + (place * stride), place, place < count, values);
            }

            return;
        }

        Parallel.For(0, Together, new ParallelOptions { MaxDegreeOfParallelism = threads }, place => FillOne(start + (place * stride), place, place < count, values));
    }

    private void FillOne(int from, int place, bool isThere, double[] values)
    {
        var axes = waves.Space.Inputs.Count;
        Span<double> room = new double[waves.Functions];
        if (isThere)
        {
            waves.At(places.AsSpan(order[from] * axes, axes), room);
        }

        for (var wave = 0; wave < room.Length; wave++)
        {
            values[(wave * Together) + place] = _scale * room[wave];
        }
    }
}
