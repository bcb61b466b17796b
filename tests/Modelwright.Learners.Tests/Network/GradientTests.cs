using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Network;
using Modelwright.Learners.Network.Layers;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Tests.Network;

/// <summary>
/// Every slope that training follows against what the loss does when the parameter is moved; with the one activation that has no edge, since a
/// move across an edge has no slope. The others are looked at by themselves.
/// </summary>
public sealed class GradientTests
{
    private const int Rows = 24;

    /// <summary>Wide enough that single precision does not blur the difference, small enough that curves do not.</summary>
    private const float Move = 4e-3f;

    /// <summary>A part of the slope, and what rounding adds.</summary>
    private const double Relative = 0.03;
    private const double Absolute = 6e-4;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Backward_EveryParameter_IsTheSlopeOfTheLoss(int classes)
    {
        var toy = new Toy(classes);
        var gradients = toy.Gradients();
        foreach (var block in toy.Shape.Blocks)
        {
            // A few of each kind, spread over it.
            for (var place = 0; place < block.Length; place += Math.Max(1, block.Length / 23))
            {
                var parameter = block.Start + place;
                var expected = (toy.Loss(parameter, Move) - toy.Loss(parameter, -Move)) / (2 * Move);
                Assert.True(
                    Math.Abs(expected - gradients[parameter]) <= Absolute + (Relative * Math.Abs(expected)),
                    $"parameter {place} of {block}: expected a slope of {expected}, got {gradients[parameter]}");
            }
        }
    }

    [Fact]
    public void Apply_EveryActivation_GivesItsSlope()
    {
        foreach (var kind in Enum.GetValues<NetworkActivation>())
        {
            float[] sums = [-8, -2, -1, -0.3f, 0.2f, 1, 3, 25];
            var (above, below, slopes, none) = (sums.Select(sum => sum + Move).ToArray(), sums.Select(sum => sum - Move).ToArray(), new float[8], new float[8]);
            Activations.Apply(kind, above, none);
            Activations.Apply(kind, below, none);
            Activations.Apply(kind, sums, slopes);
            Assert.All(slopes.Select((slope, place) => (slope, (above[place] - below[place]) / (2 * Move))), pair => Assert.Equal(pair.Item2, pair.slope, 1e-3));
        }
    }

    [Fact]
    public void Apply_Drop_LeavesOutTheShareAndKeepsTheMean()
    {
        var (values, slopes) = (Enumerable.Repeat(1f, 80_000).ToArray(), Enumerable.Repeat(2f, 80_000).ToArray());
        new UnitDrop(5, 3).Apply(values, slopes, 0.25);

        // Four standard deviations of a share of 80,000 draws.
        Assert.Equal(0.25, values.Count(value => value == 0) / 80_000.0, 0.007);
        Assert.Equal(1, values.Average(), 0.01);
        Assert.Equal(values.Select(value => 2 * value), slopes);
    }

    /// <summary>A network of all kinds of input on a few rows, one of which counts twice.</summary>
    private sealed class Toy
    {
        private readonly NetworkRows _rows;
        private readonly NetworkLoss _loss;
        private readonly NetworkPass _pass;
        private readonly float[] _values;
        private readonly int[] _batch = [.. Enumerable.Range(0, Rows)];

        public Toy(int classes)
        {
            var data = Data(classes);
            var settings = NetworkParameters.Read(ParameterValues.Default) with { Width = 16, Layers = 2, MostOneHot = 3, VectorWidth = 2, FrequencyScale = 0.5 };
            var layout = ColumnLayout.Of(data.Features, settings.MostOneHot);
            var target = new NetworkTarget(data);
            _rows = Modelwright.Learners.Network.NetworkRows.Of(layout, target, data, data.Classes);
            Shape = new(layout, settings, target.Outputs);
            _loss = new(target, Shape.Widths[^1]);
            _pass = new(Shape, Rows);
            _values = NetworkStart.Of(Shape, _rows.Values, new float[target.Outputs], 3);

            // The last layer starts at nothing, which would hide the slopes of all others.
            var random = new Random(1);
            foreach (ref var weight in Shape.Weights[^1].Of(_values))
            {
                weight = (float)random.NextDouble() - 0.5f;
            }
        }

        public NetworkShape Shape { get; }

        public double Loss(int parameter, float move)
        {
            var kept = _values[parameter];
            _values[parameter] += move;
            var outputs = _pass.Forward(_values, _rows.Values, _batch, null, 0);
            var loss = 0.0;
            for (var row = 0; row < Rows; row++)
            {
                loss += _rows.Weights![row] / Rows * _loss.Of(outputs.Slice(row * Shape.Widths[^1], Shape.Outputs), _rows.Labels[row]);
            }

            _values[parameter] = kept;
            return loss;
        }

        public float[] Gradients()
        {
            var outputs = _pass.Forward(_values, _rows.Values, _batch, null, 0);
            var (slopes, gradients) = (new float[outputs.Length], new float[Shape.Parameters]);
            _loss.Slopes(outputs, _rows.Labels, [.. _rows.Weights!.Select(weight => (float)weight / Rows)], slopes);
            _pass.Backward(_values, slopes, gradients);
            return gradients;
        }

        private static TrainingSet Data(int classes)
        {
            var random = new Random(2);
            double[] Numbers(double missing) => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() < missing ? double.NaN : random.NextDouble() * 4)];
            int[] Codes(int levels) => [.. Enumerable.Range(0, Rows).Select(row => row % (levels + 1) == levels ? -1 : row % levels)];
            var features = new Table(
            [
                new NumberColumn("a", Numbers(0)), new NumberColumn("b", Numbers(0.3)),
                new CategoryColumn("few", ["x", "y"], Codes(2)), new CategoryColumn("many", ["p", "q", "r", "s", "t"], Codes(5)),
            ]);
            Column target = classes == 0 ? new NumberColumn("y", Numbers(0)) : new CategoryColumn("y", [.. Enumerable.Range(0, classes).Select(label => $"{label}")], [.. Enumerable.Range(0, Rows).Select(row => row % classes)]);
            return new(classes == 0 ? LearningTask.Regression : LearningTask.Classification, features)
            {
                Target = target,
                Weights = [.. Enumerable.Range(0, Rows).Select(row => row == 5 ? 2.0 : 1)],
            };
        }
    }
}
