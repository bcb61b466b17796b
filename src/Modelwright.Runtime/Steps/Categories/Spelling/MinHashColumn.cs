using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>The least of several hashes over the runs of characters of a value, each from 0 to 1; a value without a run is 1 in all.</summary>
internal sealed class MinHashColumn(string input, ColumnType inputType, IReadOnlyList<string> outputs, int size) : SpelledColumn(input, inputType, outputs)
{
    protected override ISpeller Speller() => new Hasher(size);

    protected override void WriteState(IArtifactWriter writer)
    {
        writer.Integer("size", size);
        writer.Flag("min_hash", true);
    }

    private sealed class Hasher(int size) : ISpeller
    {
        private readonly CharacterGrams _runs = new(size);

        public double Missing => double.NaN;

        public void Spell(string text, Span<double> values)
        {
            values.Fill(1);
            _runs.Cut(text);
            for (var run = 0; run < _runs.Count; run++)
            {
                // One hash of the characters, mixed anew for each column: as good as a hash each, and far cheaper.
                var hash = StableHash.Of(_runs[run]);
                for (var place = 0; place < values.Length; place++)
                {
                    values[place] = Math.Min(values[place], (StableHash.Mix(hash ^ (ulong)(place + 1)) >> 11) * (1.0 / 9007199254740992));
                }
            }
        }
    }
}
