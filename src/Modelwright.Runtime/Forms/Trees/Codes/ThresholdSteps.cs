using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>
/// The thresholds that an ensemble has for one number, as a scale: a value stands as high as thresholds lie below it, so it is at most a
/// threshold exactly where it stands no higher than that threshold does.
/// </summary>
internal sealed class ThresholdSteps
{
    /// <summary>Thresholds that are counted without a branch: 16 groups of 16.</summary>
    private const int Few = 256;

    private const int Group = 16;

    private readonly double[] _sorted;
    private readonly double[] _lastOfGroups;

    /// <summary>Puts thresholds in order.</summary>
    /// <param name="thresholds">Numbers, in any order and more than once.</param>
    internal ThresholdSteps(IEnumerable<double> thresholds)
    {
        double[] distinct = [.. thresholds.Distinct().Order()];
        Count = distinct.Length;

        // What fills up lies above every value, so it is never counted.
        var room = Count <= Group ? Group : Math.Max(Few, (int)BitOperations.RoundUpToPowerOf2((uint)Count + 1));
        _sorted = new double[room];
        _sorted.AsSpan().Fill(double.PositiveInfinity);
        distinct.CopyTo(_sorted, 0);
        _lastOfGroups = room == Few ? [.. Enumerable.Range(0, Group).Select(group => _sorted[(group * Group) + Group - 1])] : [];
    }

    /// <summary>Number of thresholds that differ.</summary>
    internal int Count { get; }

    /// <summary>How high a threshold stands.</summary>
    internal int HeightOf(double threshold) => Array.BinarySearch(_sorted, 0, Count, threshold);

    /// <summary>How high a value stands.</summary>
    /// <param name="value">A number; a missing one stands at 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int HeightOfValue(double value) => _sorted.Length switch
    {
        Group => Below(ref MemoryMarshal.GetArrayDataReference(_sorted), value),
        Few => InGroups(value),
        _ => InHalves(value),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int InGroups(double value)
    {
        var group = Below(ref MemoryMarshal.GetArrayDataReference(_lastOfGroups), value);
        return (group * Group) + Below(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sorted), group * Group), value);
    }

    /// <summary>How many of sixteen numbers lie below a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Below(ref double first, double value)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var wide = Vector512.Create(value);
            var lower = Vector512.LessThan(Vector512.LoadUnsafe(ref first), wide).ExtractMostSignificantBits();
            var upper = Vector512.LessThan(Vector512.LoadUnsafe(ref first, 8), wide).ExtractMostSignificantBits();
            return BitOperations.PopCount(lower | (upper << 8));
        }

        var all = Vector256.Create(value);
        var one = Vector256.LessThan(Vector256.LoadUnsafe(ref first), all).ExtractMostSignificantBits();
        var two = Vector256.LessThan(Vector256.LoadUnsafe(ref first, 4), all).ExtractMostSignificantBits();
        var three = Vector256.LessThan(Vector256.LoadUnsafe(ref first, 8), all).ExtractMostSignificantBits();
        var four = Vector256.LessThan(Vector256.LoadUnsafe(ref first, 12), all).ExtractMostSignificantBits();
        return BitOperations.PopCount(one | (two << 4) | (three << 8) | (four << 12));
    }

    private int InHalves(double value)
    {
        var height = 0;
        for (var half = _sorted.Length / 2; half > 0; half /= 2)
        {
            height += _sorted[height + half - 1] < value ? half : 0;
        }

        return height;
    }
}
