using System.Buffers;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Server.Faults;
using Modelwright.Server.Rows;

namespace Modelwright.Server.Inference;

/// <summary>
/// Reads the inputs of a request into rows: one tensor a column, [rows] or [rows, 1]; or, where all columns are numbers, one tensor
/// [rows, columns] in the order of the schema. Data is flat in row-major order, or nested as the shape says.
/// </summary>
/// <param name="layout">The columns.</param>
/// <param name="limits">How much is taken.</param>
internal sealed class TensorRows(RowLayout layout, ServerLimits limits)
{
    private int _rows;

    /// <exception cref="JsonException">The body is not JSON.</exception>
    /// <exception cref="RequestException">It has too many rows, or is no request.</exception>
    internal InferenceBody Read(ReadOnlySequence<byte> body, ServedRows rows, FaultList faults)
    {
        var options = new JsonReaderOptions { MaxDepth = limits.JsonDepth };
        var request = InferenceBody.Read(body, options);
        var parts = Sound(request, faults);
        faults.Throw();
        CheckRows(parts, faults);
        faults.Throw();
        rows.AddRows(_rows);
        var setter = new CellSetter(layout, rows, faults, limits.TextLength);
        if (parts is [{ Column: < 0 } only])
        {
            ReadData(body, options, only.Part, setter, faults, column: -1);
            return request;
        }

        foreach (var (part, column) in parts)
        {
            ReadData(body, options, part, setter, faults, column);
        }

        return request;
    }

    /// <summary>The inputs that are columns, once each; one of all columns stands alone.</summary>
    private List<(TensorPart Part, int Column)> Sound(InferenceBody request, FaultList faults)
    {
        var (parts, found) = (new List<(TensorPart Part, int Column)>(), new bool[layout.Columns.Count]);
        var isWhole = IsWhole(request);
        foreach (var part in request.Inputs)
        {
            var column = part.Name is null || isWhole ? -1 : layout.Find(part.Name, out _);
            if (Fault(part) is { } fault)
            {
                faults.Add(fault with { Column = part.Name });
            }
            else if (column < 0 && !isWhole)
            {
                continue;
            }
            else if (column >= 0 && found[column])
            {
                faults.Add(new("it is given more than once.", "Give it once.", null, part.Name));
            }
            else
            {
                parts.Add((part, column));
            }

            if (column >= 0)
            {
                found[column] = true;
            }
        }

        for (var column = 0; column < found.Length && !isWhole; column++)
        {
            if (!found[column])
            {
                faults.Add(CellFaults.Absent(layout.Columns[column], null, faults.Count < 20 ? NearestName.Suggest(layout.Columns[column].Name, request.Inputs.Select(part => part.Name ?? "")) : ""));
            }
        }

        return parts;
    }

    private bool IsWhole(InferenceBody request) => request.Inputs is [{ Shape.Count: 2 } only] && (only.Name is null || layout.Find(only.Name, out _) < 0)
        && only.Shape[1] == layout.Columns.Count && layout.Columns.All(column => column.Type == ColumnType.Number);

    private static RequestFault? Fault(TensorPart part)
    {
        if (part.Name is not { Length: > 0 })
        {
            return new("an input has no 'name'.", "Name it as the column.");
        }

        if (part.Datatype is not { } datatype || !TensorType.IsKnown(datatype))
        {
            return new($"the datatype is '{RequestFault.Shown(part.Datatype ?? "")}'.", $"Give {TensorType.Known}.");
        }

        return part.Shape is null || part.Shape.Count is 0 or > 2 ? new("the shape is no list of one or two whole numbers.", "Give [rows] or [rows, 1].")
            : part.Data is null ? new("there is no 'data'.", "Give it as JSON; binary data is not taken.")
            : null;
    }

    private void CheckRows(List<(TensorPart Part, int Column)> parts, FaultList faults)
    {
        if (parts.Count == 0)
        {
            // A model that asks for no column has no rows to count.
            return;
        }

        var first = parts[0].Part;
        foreach (var (part, column) in parts)
        {
            if (part.Shape![0] != first.Shape![0] || (column >= 0 && part.Shape.Count == 2 && part.Shape[1] != 1))
            {
                faults.Add(new(FormattableString.Invariant($"the shape is [{string.Join(", ", part.Shape)}], and the first input has {first.Shape[0]} rows."), "Give all inputs the same rows, as [rows] or [rows, 1].", null, part.Name));
            }
        }

        if (first.Shape![0] > limits.Rows)
        {
            throw RequestException.Of(413, "The request has too many rows.", FormattableString.Invariant($"It has {first.Shape[0]}, and at most {limits.Rows} are taken."), "Send fewer at a time.");
        }

        _rows = (int)first.Shape[0];
    }

    private void ReadData(ReadOnlySequence<byte> body, JsonReaderOptions options, TensorPart part, CellSetter setter, FaultList faults, int column)
    {
        var width = column < 0 ? layout.Columns.Count : 1;
        var reader = new Utf8JsonReader(body.Slice(part.Data!.Value.Start, part.Data.Value.Length), options);
        var walk = new TensorWalk(part.Shape!, (long)_rows * width);
        while (reader.Read())
        {
            if (walk.Next(ref reader))
            {
                var (row, place) = ((int)(walk.Position / width), column < 0 ? (int)(walk.Position % width) : column);
                Set(ref reader, part, setter, faults, row, place);
            }

            if (walk.IsWrong)
            {
                break;
            }
        }

        if (!walk.IsRight)
        {
            faults.Add(new(FormattableString.Invariant($"the data does not fill the shape [{string.Join(", ", part.Shape!)}]."), "Give one value a row, flat or nested as the shape says.", null, part.Name));
        }
    }

    private void Set(ref Utf8JsonReader reader, TensorPart part, CellSetter setter, FaultList faults, int row, int column)
    {
        if (TensorType.Holds(part.Datatype!, ref reader))
        {
            setter.Set(ref reader, column, row);
        }
        else
        {
            faults.Add(new($"a value is not of the datatype {part.Datatype}.", "Give values of the datatype, or null where there is none.", row, layout.Columns[column].Name));
        }
    }
}
