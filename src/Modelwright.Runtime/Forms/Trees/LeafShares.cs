using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Trees;

// Hot kernel; measured by bench/Modelwright.Explaining, beside the native call.

/// <summary>
/// The Shapley values of one leaf for many rows at once, as if its value were 1. On the way to the leaf the splits of one input are
/// merged: input j lets a row through (o = 1) or not (o = 0), and z is the share of training rows that it lets through.
/// </summary>
/// <remarks>
/// The weight of input j is the sum over sets S of the other d - 1 inputs of |S|! (d - 1 - |S|)! / d! x product of o in S x product of z
/// outside. As s! (d - 1 - s)! / d! is the integral of t^s (1 - t)^(d - 1 - s) from 0 to 1, the sum is the integral of the product of
/// z (1 - t) + o t over the other inputs: a polynomial in t, for which quadrature with (d + 1) / 2 points is exact, and all of whose terms
/// are positive, so that nothing cancels. The values are those of path-dependent TreeSHAP. Sums are taken in a fixed order without fused
/// operations, so every processor gives the same bits. Source of the values: Lundberg and others 2018, <i>Consistent individualized feature attribution for tree ensembles</i>.
/// </remarks>
internal sealed class LeafShares
{
    /// <summary>Rows of one vector.</summary>
    internal const int Lanes = 4;

    /// <summary>Rows of a word of bits.</summary>
    internal const int WordRows = 64;

    private static readonly long[] LaneMasks = [.. Enumerable.Range(0, 1 << Lanes).SelectMany(bits => Enumerable.Range(0, Lanes).Select(lane => -(long)(bits >> lane & 1)))];

    private readonly Dictionary<int, (double[] Points, double[] Weights)> _rules = [];
    private double[] _points = [];
    private double[] _blocked = [];
    private double[] _held = [];
    private double[] _passed = [];
    private Vector256<double>[] _masks = [];
    private Vector256<double>[] _products = [];
    private int _inputs;

    /// <summary>Takes the next leaf.</summary>
    /// <param name="shares">For each input on its way, the share of training rows that it lets through, above 0 and below 1.</param>
    internal void Take(ReadOnlySpan<double> shares)
    {
        _inputs = shares.Length;
        var (points, weights) = Rule((_inputs + 1) / 2);
        _points = points;
        Grow();
        for (var point = 0; point < points.Length; point++)
        {
            _blocked[point] = -weights[point] / (1 - points[point]);
            for (var input = 0; input < _inputs; input++)
            {
                var held = shares[input] * (1 - points[point]);
                _held[(point * _inputs) + input] = held;
                _passed[(input * points.Length) + point] = weights[point] * (1 - shares[input]) / (held + points[point]);
            }
        }
    }

    /// <summary>Works out what each input contributes to four rows.</summary>
    /// <param name="bits">For each input, words of bits: which rows it lets through.</param>
    /// <param name="words">Words an input.</param>
    /// <param name="row">The first of the four rows.</param>
    /// <param name="output">One vector an input.</param>
    internal void Explain(ReadOnlySpan<ulong> bits, int words, int row, Span<Vector256<double>> output)
    {
        var masks = _masks.AsSpan(0, _inputs);
        var products = _products.AsSpan(0, _points.Length);
        ref var table = ref MemoryMarshal.GetArrayDataReference(LaneMasks);
        for (var input = 0; input < masks.Length; input++)
        {
            var four = (nuint)(bits[(input * words) + (row / WordRows)] >> (row % WordRows)) & ((1 << Lanes) - 1);
            masks[input] = Vector256.LoadUnsafe(ref table, four * Lanes).AsDouble();
        }

        var blocked = Vector256<double>.Zero;
        for (var point = 0; point < products.Length; point++)
        {
            var at = Vector256.Create(_points[point]);
            var held = _held.AsSpan(point * masks.Length, masks.Length);
            var product = Vector256<double>.One;
            for (var input = 0; input < held.Length; input++)
            {
                product *= Vector256.Create(held[input]) + (masks[input] & at);
            }

            products[point] = product;
            blocked += product * Vector256.Create(_blocked[point]);
        }

        for (var input = 0; input < masks.Length; input++)
        {
            var passed = _passed.AsSpan(input * products.Length, products.Length);
            var sum = Vector256<double>.Zero;
            for (var point = 0; point < passed.Length; point++)
            {
                sum += products[point] * Vector256.Create(passed[point]);
            }

            output[input] = Vector256.ConditionalSelect(masks[input], sum, blocked);
        }
    }

    private (double[] Points, double[] Weights) Rule(int points)
    {
        if (!_rules.TryGetValue(points, out var rule))
        {
            _rules.Add(points, rule = GaussLegendre.Of(points));
        }

        return rule;
    }

    private void Grow()
    {
        if (_masks.Length < _inputs)
        {
            _masks = new Vector256<double>[2 * _inputs];
        }

        if (_products.Length < _points.Length)
        {
            _products = new Vector256<double>[2 * _points.Length];
            _blocked = new double[_products.Length];
        }

        if (_held.Length < _inputs * _points.Length)
        {
            _held = new double[2 * _inputs * _points.Length];
            _passed = new double[_held.Length];
        }
    }
}
