using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>Brings the inputs of a form side by side.</summary>
internal sealed class GatheredAnswer : RowAnswer
{
    private readonly IAnswersValues _form;
    private readonly int[] _places;
    private readonly int[]?[] _maps;

    private GatheredAnswer(IAnswersValues form, int[] places, int[]?[] maps) => (_form, _places, _maps) = (form, places, maps);

    internal static GatheredAnswer? Bind(IAnswersValues form, RowLayout layout)
    {
        var inputs = form.Inputs.All;
        var (places, maps) = (new int[inputs.Count], new int[]?[inputs.Count]);
        for (var input = 0; input < places.Length; input++)
        {
            if (layout.Find(inputs[input].Name, inputs[input].Type) is not { } slot)
            {
                return null;
            }

            places[input] = slot.Place;
            maps[input] = slot.Type == ColumnType.Category ? form.Inputs.Map(input, slot.Levels) : null;
        }

        return new(form, places, maps);
    }

    internal override void Answer(ReadOnlySpan<double> rows, int width, Span<double> output)
    {
        using var room = new Room(rows.Length / width * _places.Length);
        var values = room.Values;
        for (int row = 0, to = 0; row < rows.Length; row += width, to += _places.Length)
        {
            Gather(rows.Slice(row, width), values.Slice(to, _places.Length));
        }

        _form.Answer(values, output);
    }

    private void Gather(ReadOnlySpan<double> row, Span<double> values)
    {
        for (var input = 0; input < values.Length; input++)
        {
            var value = row[_places[input]];
            values[input] = _maps[input] is { } map && value >= 0 ? map[(int)value] : value;
        }
    }
}
