using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Makes numbers of a category or text by how a value is spelled, whether it was seen in training or not.</summary>
internal abstract class SpelledColumn(string input, ColumnType inputType, IReadOnlyList<string> outputs)
    : FittedColumn(input, inputType, Features(input, ColumnType.Number, outputs))
{
    /// <summary>Makes what spells one value after another; for one thread at a time.</summary>
    protected abstract ISpeller Speller();

    /// <summary>Writes all but the type of the input.</summary>
    protected abstract void WriteState(IArtifactWriter writer);

    internal override void Apply(Column column, Span<Column> made)
    {
        var numbers = new NumberBlocks(made.Length, column.RowCount);
        if (column is CategoryColumn category)
        {
            Spell(category, numbers);
        }
        else
        {
            Spell(((TextColumn)column).Values, numbers);
        }

        numbers.Name(Outputs, made);
    }

    internal override void Write(IArtifactWriter writer)
    {
        writer.Flag("text", InputType == ColumnType.Text);
        WriteState(writer);
    }

    /// <summary>The type of the input as it was written.</summary>
    internal static ColumnType ReadType(IArtifactReader part) => part.Flag("text") ? ColumnType.Text : ColumnType.Category;

    /// <summary>Only levels that occur are spelled, each once.</summary>
    private void Spell(CategoryColumn column, NumberBlocks numbers)
    {
        var speller = Speller();
        var known = new double[]?[column.Levels.Count];
        var missing = speller.Missing;
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            var codes = column.Codes[block];
            for (var row = 0; row < codes.Length; row++)
            {
                var values = codes[row] < 0 ? null : known[codes[row]] ??= Spelled(speller, column.Levels[codes[row]]);
                for (var place = 0; place < Outputs.Count; place++)
                {
                    numbers[place, block][row] = values is null ? missing : values[place];
                }
            }
        }
    }

    private void Spell(Blocks<string?> texts, NumberBlocks numbers)
    {
        var speller = Speller();
        var values = new double[Outputs.Count];
        for (var block = 0; block < texts.BlockCount; block++)
        {
            var from = texts[block];
            for (var row = 0; row < from.Length; row++)
            {
                values.AsSpan().Fill(from[row] is null ? speller.Missing : 0);
                if (from[row] is { } text)
                {
                    speller.Spell(text, values);
                }

                for (var place = 0; place < values.Length; place++)
                {
                    numbers[place, block][row] = values[place];
                }
            }
        }
    }

    private double[] Spelled(ISpeller speller, string level)
    {
        var values = new double[Outputs.Count];
        speller.Spell(level, values);
        return values;
    }
}
