namespace Modelwright.Runtime.Forms.Network;

/// <summary>Computes a network. A score that leaves single precision is held at its end, and one that is no number is 0, so every score is finite.</summary>
internal sealed class NetworkScorer
{
    /// <summary>Where places are drawn in to.</summary>
    internal const double Reach = 3;

    /// <summary>Scores are held within this of 0.</summary>
    internal const float Largest = 1e30f;

    private const int CacheNumbers = 65_536;
    private const int LargestRows = 64;
    private readonly TableNetwork _network;
    private readonly NetworkPlaces _places;
    private readonly LayerProduct[] _layers;
    private readonly int[] _vectorStart;
    private readonly int[] _levelWidth;
    private readonly int _widest;

    internal NetworkScorer(string form, TableNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Inputs = new(form, network.Inputs);
        NetworkCheck.Check(form, network);
        _network = network;
        _places = new(network);
        NetworkCheck.CheckLayers(form, network, _places.Total);
        _layers = [.. network.Layers.Select((layer, place) => new LayerProduct(layer, place == 0 ? _places.Dense : network.Layers[place - 1].Biases.Length))];
        _widest = Math.Max(_places.Dense, _layers.Max(layer => layer.Width));
        (_vectorStart, _levelWidth) = Tables(network);
        Outputs = network.Layers[^1].Biases.Length;
    }

    internal FormInputs Inputs { get; }

    internal int Outputs { get; }

    /// <summary>Rows at once, so that what they take stays in the processor's cache and a wide network takes no more of it.</summary>
    internal int MostRows => Math.Clamp(CacheNumbers / _widest, 1, LargestRows);

    /// <summary>Single-precision numbers of room that a number of rows takes.</summary>
    internal int Room(int rows) => checked(2 * rows * _widest);

    /// <summary>Scores rows.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="room">As long as <see cref="Room"/> says.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores, Span<float> room)
    {
        var rows = scores.Length / Outputs;
        var from = room[..(rows * _widest)];
        var to = room[(rows * _widest)..];
        for (var row = 0; row < rows; row++)
        {
            Encode(values.Slice(row * _network.Inputs.Count, _network.Inputs.Count), from.Slice(row * _places.Dense, _places.Dense));
        }

        var step = _places.Dense;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var sums = to[..(rows * _layers[layer].Width)];
            _layers[layer].Fill(from, step, sums);
            if (layer == 0)
            {
                AddLevels(values, sums);
            }

            if (layer < _layers.Length - 1)
            {
                ActivationValues.Apply(_network.Activation, sums);
            }

            step = _layers[layer].Width;
            var spare = from;
            from = to;
            to = spare;
        }

        Take(from, step, scores);
    }

    private void Take(ReadOnlySpan<float> sums, int step, Span<double> scores)
    {
        for (int row = 0, place = 0; place < scores.Length; row += step)
        {
            foreach (var score in sums.Slice(row, Outputs))
            {
                scores[place++] = float.IsNaN(score) ? 0 : Math.Clamp(score, -Largest, Largest);
            }
        }
    }

    /// <summary>What comes into the first layer but for the levels that are one number each.</summary>
    private void Encode(ReadOnlySpan<double> values, Span<float> dense)
    {
        for (var input = 0; input < values.Length; input++)
        {
            var number = _places.Number[input];
            if (number < 0)
            {
                Vector(input, values[input], dense);
                continue;
            }

            var place = ScaledInputs.Axis(values[input], _network.Centers[number], _network.Scales[number]);
            var drawn = (float)Drawn(place);
            var own = dense.Slice(number * (1 + _network.Waves.Width), 1 + _network.Waves.Width);
            own[0] = drawn;
            if (own.Length > 1)
            {
                FillWaves(number, drawn, own[1..]);
            }

            if (_places.Marker[input] is var marker and >= 0)
            {
                dense[marker] = double.IsNaN(values[input]) ? 1 : 0;
            }
        }
    }

    /// <summary>A place drawn in to within <see cref="Reach"/> of 0.</summary>
    internal static double Drawn(double place) => place / Math.Sqrt(1 + (place / Reach * (place / Reach)));

    private void FillWaves(int number, float value, Span<float> sums)
    {
        var waves = _network.Waves;
        var (start, mixes) = (number * waves.Count, number * waves.Width * waves.Count);
        WaveSums.Fill(
            value,
            waves.Frequencies.AsSpan(start, waves.Count),
            waves.Phases.AsSpan(start, waves.Count),
            waves.Mixes.AsSpan(mixes, waves.Width * waves.Count),
            waves.Offsets.AsSpan(number * waves.Width, waves.Width),
            sums);
    }

    private void Vector(int input, double code, Span<float> dense)
    {
        if (_levelWidth[input] is var width and > 0)
        {
            _network.LevelVectors.AsSpan(_vectorStart[input] + (((int)code + 1) * width), width).CopyTo(dense[_places.Level[input]..]);
        }
    }

    private void AddLevels(ReadOnlySpan<double> values, Span<float> sums)
    {
        var (inputs, width) = (_network.Inputs.Count, _layers[0].Width);
        for (var input = 0; input < inputs; input++)
        {
            if (_levelWidth[input] != 0)
            {
                continue;
            }

            for (int row = 0, place = input; place < values.Length; row++, place += inputs)
            {
                _layers[0].AddInput(_places.Level[input] + (int)values[place] + 1, sums.Slice(row * width, width));
            }
        }
    }

    /// <summary>For each input where its vectors start, and their length; -1 for a number.</summary>
    private static (int[] Start, int[] Width) Tables(TableNetwork network)
    {
        var (starts, widths) = (new int[network.Inputs.Count], new int[network.Inputs.Count]);
        var (category, next) = (0, 0);
        for (var input = 0; input < starts.Length; input++)
        {
            widths[input] = network.Inputs[input].Type == Core.Data.ColumnType.Category ? network.LevelWidths[category++] : -1;
            starts[input] = next;
            next += Math.Max(0, widths[input]) * (1 + network.Inputs[input].Levels.Count);
        }

        return (starts, widths);
    }
}
