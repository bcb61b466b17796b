using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>A form that is asked by a table: its inputs are brought back to columns.</summary>
internal sealed class TableAnswer : RowAnswer
{
    private readonly IForm _form;
    private readonly string[] _names;
    private readonly RowSlot[] _slots;

    private TableAnswer(IForm form, string[] names, RowSlot[] slots) => (_form, _names, _slots) = (form, names, slots);

    internal static TableAnswer? Bind(IForm form, RowLayout layout)
    {
        var inputs = form.Info.Inputs;
        var (names, slots) = (new string[inputs.Count], new RowSlot[inputs.Count]);
        for (var input = 0; input < slots.Length; input++)
        {
            if (layout.Find(inputs[input].Name, inputs[input].Type) is not { } slot)
            {
                return null;
            }

            (names[input], slots[input]) = (inputs[input].Name, slot);
        }

        return form is IPredictsNumbers or IPredictsClasses ? new(form, names, slots) : null;
    }

    internal override void Answer(ReadOnlySpan<double> rows, int width, Span<double> output)
    {
        var columns = new Column[_slots.Length];
        for (var input = 0; input < columns.Length; input++)
        {
            columns[input] = _slots[input].Type == ColumnType.Number
                ? new NumberColumn(_names[input], Numbers(rows, width, _slots[input].Place))
                : new CategoryColumn(_names[input], _slots[input].Levels, Array.ConvertAll(Numbers(rows, width, _slots[input].Place), code => (int)code));
        }

        var table = new Table(columns, rows.Length / width);
        if (_form is IPredictsNumbers numbers)
        {
            numbers.Predict(table, output);
        }
        else
        {
            ((IPredictsClasses)_form).PredictProbabilities(table, output);
        }
    }

    private static double[] Numbers(ReadOnlySpan<double> rows, int width, int place)
    {
        var numbers = new double[rows.Length / width];
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] = rows[(row * width) + place];
        }

        return numbers;
    }
}
