using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>A column of weights for each chosen run of characters.</summary>
internal sealed class GramColumn : SpelledColumn
{
    private readonly IReadOnlyList<string> _grams;
    private readonly double[] _weights;
    private readonly int _size;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    internal GramColumn(string input, ColumnType inputType, IReadOnlyList<string> outputs, (IReadOnlyList<string> Grams, double[] Weights) learned, int size)
        : base(input, inputType, outputs)
    {
        (_grams, _weights) = learned;
        _size = size;
        for (var place = 0; place < _grams.Count; place++)
        {
            if (_grams[place].Length != size || !_places.TryAdd(_grams[place], place))
            {
                throw new ArtifactException($"Step '{Ngrams.StepName}' lists run '{_grams[place]}' twice, or not of {size} characters, for column '{input}'. Make the file again.");
            }
        }
    }

    internal static GramColumn Read(string input, IReadOnlyList<string> outputs, int size, IArtifactReader part)
    {
        var grams = part.Texts("grams");
        var weights = part.Numbers("weights");
        ColumnCheck.Count(Ngrams.StepName, input, "outputs", outputs.Count, grams.Count);
        ColumnCheck.Count(Ngrams.StepName, input, "weights", weights.Length, grams.Count);
        foreach (var weight in weights)
        {
            ColumnCheck.Finite(Ngrams.StepName, input, "weight", weight);
        }

        return new(input, ReadType(part), outputs, (grams, weights), size);
    }

    protected override ISpeller Speller() => new Weigher(_places, _weights, _size);

    protected override void WriteState(IArtifactWriter writer)
    {
        writer.Integer("size", _size);
        writer.Flag("min_hash", false);
        writer.Texts("grams", _grams);
        writer.Numbers("weights", _weights);
    }

    private sealed class Weigher(Dictionary<string, int> places, double[] weights, int size) : ISpeller
    {
        private readonly CharacterGrams _runs = new(size);
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places = places.GetAlternateLookup<ReadOnlySpan<char>>();

        public double Missing => 0;

        public void Spell(string text, Span<double> values)
        {
            _runs.Cut(text);
            for (var run = 0; run < _runs.Count; run++)
            {
                if (_places.TryGetValue(_runs[run], out var place))
                {
                    values[place]++;
                }
            }

            for (var place = 0; place < values.Length; place++)
            {
                values[place] = values[place] > 0 ? (1 + PortableMath.Log(values[place])) * weights[place] : 0;
            }

            UnitLength.Bring(values);
        }
    }
}
