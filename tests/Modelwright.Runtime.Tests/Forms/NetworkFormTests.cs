using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class NetworkFormTests
{
    /// <summary>Single precision, over a few sums.</summary>
    private const double Tolerance = 1e-5;

    [Fact]
    public void Predict_OneLayer_AddsPlacesMarkerAndLevel()
    {
        // The places are 2 and 0.5, drawn in.
        var sum = 0.25 + Drawn(2) + (2 * Drawn(0.5)) + 3;
        Assert.Equal(100 + (10 * sum), Predict(NetworkForms.Numbers, NetworkForms.Row(14, 45, "gold")), 1e-4);
    }

    [Fact]
    public void Predict_MissingNumberAndUnseenLevel_AreSaid()
    {
        Assert.Equal(100 + (10 * (0.25 + 4 + 0.5)), Predict(NetworkForms.Numbers, NetworkForms.Row(double.NaN, double.NaN, "unseen")), 1e-4);
        Assert.Equal(Predict(NetworkForms.Numbers, NetworkForms.Row(10, 45, null)), Predict(NetworkForms.Numbers, NetworkForms.Row(double.NaN, 45, "unseen")));
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e300)]
    public void Predict_FarAway_IsDrawnInToThree(double tenure) =>
        Assert.Equal(100 + (10 * (0.25 + 3 - 1)), Predict(NetworkForms.Numbers, NetworkForms.Row(tenure, 40, "basic")), 1e-4);

    [Fact]
    public void Predict_BeyondTheEnds_IsHeld()
    {
        var form = new NumberNetworkForm(NetworkForms.Plain, new(0, 10, -5, 5));
        Assert.Equal(5, Predict(form, NetworkForms.Row(14, 45, "gold")));
    }

    [Theory]
    [InlineData(NetworkActivation.Mish)]
    [InlineData(NetworkActivation.Selu)]
    [InlineData(NetworkActivation.Relu)]
    public void Predict_HiddenUnits_GoThroughTheActivation(NetworkActivation activation)
    {
        FormInput[] inputs = [new("Tenure", ColumnType.Number, [])];
        foreach (var weight in new[] { -40f, -2f, -0.5f, 0.5f, 2f, 40f })
        {
            var network = new TableNetwork(inputs, [new([weight], [0.1f]), new([1], [0])]) { Centers = [0], Scales = [1], Activation = activation };
            var output = new double[1];
            new NumberNetworkForm(network, new(0, 1, -1e9, 1e9)).Predict(new([new NumberColumn("Tenure", [1])]), output);
            var expected = Activated(activation, 0.1 + (weight * Drawn(1)));
            Assert.Equal(expected, output[0], Tolerance * (1 + Math.Abs(expected)));
        }
    }

    [Fact]
    public void Predict_Waves_AreSumsOfCosines()
    {
        FormInput[] inputs = [new("Tenure", ColumnType.Number, [])];
        float[] frequencies = [0.1f, 0.5f, -1, 2, 0, 0.25f, 3, -0.3f];
        float[] phases = [0, 0.25f, 0.5f, -0.4f, 0.1f, 0.75f, 1.25f, -2];
        float[] mixes = [1, 2, -1, 0.5f, 3, -2, 1, 0.25f];
        var network = new TableNetwork(inputs, [new([0, 1], [0])]) { Centers = [0], Scales = [1], Waves = new(8, 1, frequencies, phases, mixes, [0.5f]) };
        var output = new double[1];
        new NumberNetworkForm(network, new(0, 1, -1e9, 1e9)).Predict(new([new NumberColumn("Tenure", [1.5])]), output);
        var expected = 0.5 + Enumerable.Range(0, 8).Sum(wave => mixes[wave] * Math.Cos(2 * Math.PI * ((frequencies[wave] * Drawn(1.5)) + phases[wave])));
        Assert.Equal(expected, output[0], Tolerance);
    }

    [Fact]
    public void Predict_SumsBeyondSinglePrecision_AreFinite()
    {
        FormInput[] inputs = [new("Tenure", ColumnType.Number, [])];
        foreach (var activation in Enum.GetValues<NetworkActivation>())
        {
            var network = new TableNetwork(inputs, [new([3e38f, -3e38f], [3e38f, 3e38f]), new([3e38f, 3e38f], [0])]) { Centers = [0], Scales = [1], Activation = activation };
            var output = new double[3];
            new NumberNetworkForm(network, new(0, 1, -1e9, 1e9)).Predict(new([new NumberColumn("Tenure", [-2, 0, 2])]), output);
            Assert.All(output, answer => Assert.True(double.IsFinite(answer)));
        }
    }

    [Fact]
    public void PredictProbabilities_ManyRows_SameBitsAsOneByOne()
    {
        var random = new Random(1);
        const int Rows = 301;
        var table = new Table(
        [
            new NumberColumn("Tenure", [.. Enumerable.Range(0, Rows).Select(_ => 30 * random.NextDouble())]), new NumberColumn("Age", [.. Enumerable.Range(0, Rows).Select(row => row % 7 == 0 ? double.NaN : 80 * random.NextDouble())]),
            new CategoryColumn("Plan", ["basic", "gold"], [.. Enumerable.Range(0, Rows).Select(row => (row % 3) - 1)]),
        ]);
        var (whole, one) = (new double[Rows * 3], new double[3]);
        NetworkForms.ThreeClasses.PredictProbabilities(table, whole);
        for (var row = 0; row < Rows; row++)
        {
            NetworkForms.ThreeClasses.PredictProbabilities(table.Take([row]), one);
            Assert.Equal(one.Select(BitConverter.DoubleToInt64Bits), whole[(row * 3)..((row + 1) * 3)].Select(BitConverter.DoubleToInt64Bits));
        }
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "centers", "Form 'number_network' has 1 centres and 2 scales for 2 inputs. Give one of each an input." },
        { "scales", "A centre of form 'number_network' is not finite, or a scale is not a finite number of 0 or more. Make the model again." },
        { "marked", "Form 'number_network' marks number 2 of 2. Name numbers in ascending order, counted from 0." },
        { "twice", "Form 'number_network' marks number 1 of 2. Name numbers in ascending order, counted from 0." },
        { "cosines", "Form 'number_network' has 1 sums of 4 cosines a number. Give it up to 64 sums of a multiple of 8, up to 64." },
        { "waves", "Form 'number_network' has 8 frequencies, 16 phases, 16 mixes and 2 offsets for 2 numbers of 1 sums of 8 cosines, or one that is not finite. Make the model again." },
        { "lengths", "Form 'number_network' has no length from 0 to 1024 for the vectors of input 'Plan'. Make the model again." },
        { "vectors", "Form 'number_network' has vectors of 5 numbers in all and 1 lengths, or one that is not finite; its 1 categories need 6. Make the model again." },
        { "activation", "Form 'number_network' has activation 9, which this release does not know. Open the file with a newer release." },
        { "layers", "Form 'number_network' has 0 layers. Give it 1 to 16." },
        { "weights", "Layer 1 of form 'number_network' has 5 weights for 6 numbers and 1 units. Give one for each number and unit, and at least one unit." },
        { "later", "Layer 2 of form 'number_network' has 1 weights for 2 numbers and 1 units. Give one for each number and unit, and at least one unit." },
        { "finite", "A weight or bias of layer 1 of form 'number_network' is not finite. Make the model again." },
        { "outputs", "Form 'number_network' answers one number; the network has 2 outputs. Give it one." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Make_UnsoundNetwork_SaysWhatIsWrong(string fault, string expected)
    {
        var plain = NetworkForms.Plain;
        var unsound = fault switch
        {
            "centers" => plain with { Centers = [1] },
            "scales" => plain with { Scales = [1, -1] },
            "marked" => plain with { Marked = [2] },
            "twice" => plain with { Marked = [1, 1] },
            "cosines" => plain with { Waves = new(4, 1, new float[8], new float[8], new float[8], new float[2]) },
            "waves" => plain with { Waves = new(8, 1, new float[8], new float[16], new float[16], new float[2]) },
            "lengths" => plain with { LevelWidths = [] },
            "vectors" => plain with { LevelWidths = [2], LevelVectors = new float[5] },
            "activation" => plain with { Activation = (NetworkActivation)9 },
            "layers" => plain with { Layers = [] },
            "weights" => plain with { Layers = [new(new float[5], [0])] },
            "later" => plain with { Layers = [new(new float[12], [0, 0]), new([1], [0])] },
            "finite" => plain with { Layers = [new([1, 1, 1, 1, 1, float.NaN], [0])] },
            _ => plain with { Layers = [new(new float[12], [0, 0])] },
        };
        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => new NumberNetworkForm(unsound, new(0, 1, 0, 1))).Message);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(0, 2, 1)]
    public void Make_UnsoundRange_SaysWhatIsWrong(double center, double lowest, double highest) => Assert.Equal(
        "The centre, the spread or an end of the answers of form 'number_network' is not finite, or the lowest is above the highest. Make the model again.",
        Assert.Throws<ArtifactException>(() => new NumberNetworkForm(NetworkForms.Plain, new(center, 1, lowest, highest))).Message);

    [Fact]
    public void Read_RangeOfThree_SaysWhatIsWrong()
    {
        var writer = new RecordWriter();
        NetworkRecord.Write(writer, NetworkForms.Plain);
        writer.Numbers("range", [1, 2, 3]);
        Assert.Equal(
            "Form 'number_network' has 3 numbers for the range of its answers. Give 4: centre, spread, lowest and highest.",
            Assert.Throws<ArtifactException>(() => NumberNetworkForm.Read(new RecordReader(writer.ToArray(), "form"))).Message);
    }

    [Fact]
    public void Read_LaterLayersOfMoreWeightsThanThereAre_SaysWhatIsWrong()
    {
        var writer = new RecordWriter();
        NetworkRecord.Write(writer, NetworkForms.Plain with { Layers = [new(new float[6], [0]), new([], new float[7])] });
        Assert.Equal(
            "The network lists 2 layers with 8 biases and 6 weights; they must agree. Make the file again.",
            Assert.Throws<ArtifactException>(() => NetworkRecord.Read(new RecordReader(writer.ToArray(), "form"))).Message);
    }

    private static double Drawn(double place) => place / Math.Sqrt(1 + (place * place / 9));

    private static double Activated(NetworkActivation activation, double sum) => activation switch
    {
        NetworkActivation.Mish => sum * Math.Tanh(Math.Log(1 + Math.Exp(sum))),
        NetworkActivation.Selu => 1.0507009873554805 * (sum > 0 ? sum : 1.6732632423543772 * (Math.Exp(sum) - 1)),
        _ => Math.Max(0, sum),
    };

    private static double Predict(NumberNetworkForm form, Table row)
    {
        var output = new double[1];
        form.Predict(row, output);
        return output[0];
    }
}
