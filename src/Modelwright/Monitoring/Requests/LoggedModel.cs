using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Monitoring.Requests;

/// <summary>A model whose requests are logged: the way to write one. Safe from any thread; nothing is allocated by a request but in texts longer than before.</summary>
public sealed class LoggedModel
{
    private const int MostIdLength = 256;

    private readonly RequestLog _log;
    private readonly AnswerRules _rules;
    private readonly CellWriter[] _cells;
    private readonly int _number;
    private readonly int _classes;

    internal LoggedModel(RequestLog log, int number, string name, Package package, RequestLogOptions options)
    {
        (_log, _number, _rules) = (log, number, package.Model.Rules);
        var schema = package.Model.Schema;
        Columns = [.. schema.Features.Concat(schema.Columns.Where(column => column.Role is not (ColumnRole.Feature or ColumnRole.Target or ColumnRole.Ignore)))];
        _cells = [.. Columns.Select(column => new CellWriter(column, options))];
        IReadOnlyList<string> classes = package.Model.Form is IPredictsClasses form ? form.Classes : [];
        _classes = classes.Count;
        Definition = Describe(name, package.ModelId, classes);
    }

    /// <summary>What is logged of a row, in the order of the cells: the features in the order of the schema, then time, group and others with a role. The target comes as a label.</summary>
    public IReadOnlyList<ColumnSpec> Columns { get; }

    /// <summary>The body of the record that says what the model is.</summary>
    internal byte[] Definition { get; }

    /// <summary>The last segment that the definition stands in; only for the log, which asks under its lock.</summary>
    internal long DeclaredIn { get; set; }

    /// <summary>Logs the rows of a request with their answers. When it returns the rows outlive this process.</summary>
    /// <param name="id">The id of the request, 1 to 256 characters. A row alone has it as its id; of several the first has id + "/0", the next "/1" and so on.</param>
    /// <param name="rows">Rows as they came or as the schema means them; a column that is absent counts as missing.</param>
    /// <param name="answers">One a row.</param>
    /// <returns>Whether it is logged; false where <see cref="RequestLogOptions.Share"/> leaves it out.</returns>
    /// <exception cref="DataException">The id is empty or too long, or there are not as many answers as rows.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public bool Append(string id, Table rows, Predictions answers)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(answers);
        CheckId(id);
        if (rows.RowCount != answers.RowCount)
        {
            throw new DataException($"There are {rows.RowCount} rows and {answers.RowCount} answers. Give one answer a row.");
        }

        if (!_log.Takes(id))
        {
            return false;
        }

        var width = answers.RowCount == 0 ? 0 : answers.Outputs.Length / answers.RowCount;
        for (var row = 0; row < rows.RowCount; row++)
        {
            var record = Begin(rows.RowCount == 1 ? id : FormattableString.Invariant($"{id}/{row}"), answers.Outputs.AsSpan(row * width, width));
            var start = record.Length;
            foreach (var cell in _cells)
            {
                cell.Write(record, rows.TryGet(cell.Name, out var column) ? column : null, row);
            }

            Commit(record, start);
        }

        return true;
    }

    /// <summary>Logs one row that is held by position, without a table; see <see cref="Append(string, Table, Predictions)"/>.</summary>
    /// <param name="id">The id of the request, 1 to 256 characters.</param>
    /// <param name="numbers">By the order of <see cref="Columns"/>, read where the column is a number; NaN is missing. Columns behind the last are missing.</param>
    /// <param name="ticks">As long as <paramref name="numbers"/>, read where the column is a time; <see cref="TimeColumn.Missing"/> is missing.</param>
    /// <param name="texts">As long as <paramref name="numbers"/>, read where the column is a category or a text; null is missing.</param>
    /// <param name="outputs">The numbers that the model answered: probabilities, or one number.</param>
    /// <returns>Whether it is logged.</returns>
    /// <exception cref="DataException">The id is empty or too long.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public bool Append(string id, ReadOnlySpan<double> numbers, ReadOnlySpan<long> ticks, ReadOnlySpan<string?> texts, ReadOnlySpan<double> outputs)
    {
        CheckId(id);
        if (!_log.Takes(id))
        {
            return false;
        }

        var record = Begin(id, outputs);
        var start = record.Length;
        for (var place = 0; place < _cells.Length; place++)
        {
            var cell = _cells[place];
            switch (Columns[place].Type)
            {
                case ColumnType.Number:
                    cell.Write(record, place < numbers.Length ? numbers[place] : double.NaN);
                    break;
                case ColumnType.Time:
                    cell.Write(record, place < ticks.Length ? ticks[place] : TimeColumn.Missing);
                    break;
                default:
                    cell.Write(record, place < texts.Length ? texts[place] : null);
                    break;
            }
        }

        Commit(record, start);
        return true;
    }

    private RecordBuffer Begin(string id, ReadOnlySpan<double> outputs)
    {
        var record = RecordBuffer.Begin();
        record.Add((byte)RecordKind.Request);
        record.Add(_number);
        record.Add(_log.Now.UtcTicks);
        record.Add(id);
        record.Add(_classes > 0 && outputs.Length == _classes ? _rules.Choose(outputs) : -1);
        record.Add(outputs.Length);
        foreach (var output in outputs)
        {
            record.Add(output);
        }

        return record;
    }

    // A row that is too long for a record keeps its id and its answer; the reader counts it.
    private void Commit(RecordBuffer record, int start)
    {
        if (record.Length > _log.MostRecordBytes)
        {
            record.CutTo(start);
        }

        _log.Add(this, record);
    }

    private byte[] Describe(string name, string modelId, IReadOnlyList<string> classes)
    {
        var record = RecordBuffer.Begin();
        record.Add((byte)RecordKind.Model);
        record.Add(_number);
        record.Add(name);
        record.Add(modelId);
        record.Add(classes.Count);
        foreach (var one in classes)
        {
            record.Add(one);
        }

        record.Add(_cells.Length);
        foreach (var cell in _cells)
        {
            record.Add(cell.Name);
            record.Add((byte)cell.Type);
        }

        return record.Bytes.ToArray();
    }

    private static void CheckId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MostIdLength)
        {
            throw new DataException(FormattableString.Invariant($"The id of a request has 1 to {MostIdLength} characters; this one has {id.Length}. Shorten it, or let the server make one."));
        }
    }
}
