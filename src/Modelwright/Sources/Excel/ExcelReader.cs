using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Modelwright.Core.Errors;
using Modelwright.Sources.Rows;

namespace Modelwright.Sources.Excel;

/// <summary>From a workbook to a table.</summary>
internal sealed class ExcelReader(SourceRequest request)
{
    // A sheet may claim a cell in its last corner; more than this no sheet of data has.
    private const long MostCells = 1L << 29;
    private const int CancellationStride = 256;

    // The reader of workbooks asks for code page 1252 even where it needs none, and .NET finds it only once it is registered.
    static ExcelReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private readonly CellRange _range = request.Options.CellRange is { } range ? Excel.CellRange.Parse(range) : Excel.CellRange.All;
    private readonly List<SourceFault> _faults = [];
    private long _blankRows;
    private Dictionary<(int Row, int Column), string> _errors = [];
    private long _errorCount;
    private int _merged;
    private string? _nameless;

    internal SourceTable Read(CancellationToken cancellation)
    {
        var fingerprint = SourceFile.Fingerprint(request.Path, cancellation);
        Workbook.Check(request.Path, cancellation);
        try
        {
            using var stream = File.OpenRead(request.Path);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            var sheet = Choose(reader);
            var rows = Rows(reader, cancellation);
            var read = rows.ToTable(keepsOrder: true, Report(sheet), cancellation);
            return read with
            {
                Report = read.Report with
                {
                    Fingerprint = fingerprint,
                    CellsUnreadable = _errorCount + read.Report.CellsUnreadable,
                    Faults = [.. _faults, .. read.Report.Faults],
                },
            };
        }
        catch (Exception fault) when (fault is ExcelReaderException or XmlException or InvalidDataException or FormatException or OverflowException or IndexOutOfRangeException or ArgumentException or NullReferenceException or KeyNotFoundException)
        {
            throw new DataException($"{request.Path}: the workbook is damaged ({FaultList.Show(fault.Message.Split('\n')[0])}). Open it in Excel and save it again, or save the sheet as CSV.", fault);
        }
    }

    private string Choose(IExcelDataReader reader)
    {
        var names = new List<string>();
        do
        {
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        var wanted = request.Options.Sheet;
        var position = wanted is null ? (names.Count == 1 ? 0 : -1) : names.IndexOf(wanted);
        if (position < 0 && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Count)
        {
            position = number - 1;
        }

        if (position < 0)
        {
            var listed = $"There are: {string.Join(", ", names.Select(name => $"'{name}'"))}.";
            throw new DataException(wanted is null
                ? $"{request.Path}: there are {names.Count} sheets. {listed} Name one by Sheet (--sheet)."
                : $"{request.Path}: there is no sheet '{wanted}'.{NearestName.Suggest(wanted, names)} {listed} Name one of them, or its number from 1.");
        }

        reader.Reset();
        for (var skipped = 0; skipped < position; skipped++)
        {
            reader.NextResult();
        }

        return names[position];
    }

    private RawRows Rows(IExcelDataReader reader, CancellationToken cancellation)
    {
        _merged = reader.MergeCells?.Length ?? 0;
        _errors = ErrorCells.Find(request.Path, reader.Name);
        var width = Math.Min(reader.FieldCount, _range.LastColumn + 1);
        (RawRows Rows, int[] Columns)? begun = null;
        for (var row = 0; row <= _range.LastRow && reader.Read(); row++)
        {
            CheckRow(row, width, cancellation);
            if (row < _range.FirstRow || IsBlank(reader, row, width))
            {
                _blankRows += begun is null ? 0 : 1;
                continue;
            }

            var isHeader = begun is null && request.Options.HasHeader;
            begun ??= Begin(reader, row, width);
            if (!isHeader)
            {
                Take(reader, row, width, begun.Value.Columns, begun.Value.Rows);
            }
        }

        if (_nameless is not null)
        {
            throw new DataException($"{request.Path}: cell {_nameless} holds a value, but its column has no name in the header. Name the column, or leave it out by Range (--range).");
        }

        return begun?.Rows ?? throw new DataException($"{request.Path}: the sheet '{reader.Name}' is empty{(request.Options.CellRange is { } range ? $" in {range}" : "")}. Name another sheet or range.");
    }

    private void CheckRow(int row, int width, CancellationToken cancellation)
    {
        if (row % CancellationStride == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if ((row + 1L) * width > MostCells)
        {
            throw new DataException($"{request.Path}: the sheet has more than {MostCells} cells up to row {row + 1}, most of them empty. Name the part that holds data by Range (--range), such as A1:F{row}.");
        }
    }

    private bool IsBlank(IExcelDataReader reader, int row, int width)
    {
        for (var column = _range.FirstColumn; column < width; column++)
        {
            if (reader.GetValue(column) is not (null or "") || _errors.ContainsKey((row, column)))
            {
                return false;
            }
        }

        return true;
    }

    private (RawRows Rows, int[] Columns) Begin(IExcelDataReader reader, int row, int width)
    {
        int[] columns = [.. Enumerable.Range(_range.FirstColumn, Math.Max(0, width - _range.FirstColumn))];
        if (!request.Options.HasHeader)
        {
            return (new([.. columns.Select((_, position) => string.Create(CultureInfo.InvariantCulture, $"column{position + 1}"))], request.Options), columns);
        }

        // Columns at the end that have no name are those that Excel once touched; a value in one of them is a fault, found later.
        var names = columns.Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Trim() ?? "").ToArray();
        var last = Array.FindLastIndex(names, name => name.Length > 0);
        CheckNames(names[..(last + 1)], row);
        return (new(names[..(last + 1)], request.Options), columns[..(last + 1)]);
    }

    private void CheckNames(string[] names, int row)
    {
        var faults = new FaultList(request.Path);
        for (var column = 0; column < names.Length; column++)
        {
            var cell = Excel.CellRange.Name(row, _range.FirstColumn + column);
            if (names[column].Length == 0)
            {
                faults.Add(new(0, null, null, $"cell {cell} of the header is empty. Name the column, or leave it out by Range (--range)."));
            }
            else if (Array.IndexOf(names, names[column]) is var first && first < column)
            {
                faults.Add(new(0, names[column], null, $"cells {Excel.CellRange.Name(row, _range.FirstColumn + first)} and {cell} of the header are both '{names[column]}'. Rename one of them."));
            }
        }

        faults.ThrowIfAny(faults.Count > 1 ? "If the sheet has no header, set HasHeader = false (--no-header); if it begins further down, name its Range (--range)." : "");
    }

    private void Take(IExcelDataReader reader, int row, int width, int[] columns, RawRows rows)
    {
        for (var column = _range.FirstColumn + columns.Length; column < width && _nameless is null; column++)
        {
            _nameless = reader.GetValue(column) is null or "" ? null : Excel.CellRange.Name(row, column);
        }

        for (var column = 0; column < columns.Length; column++)
        {
            var target = rows.Columns[column];
            if (_errors.TryGetValue((row, columns[column]), out var error))
            {
                target.AddMissing();
                Count(error, row, columns[column], target.Name);
            }
            else
            {
                Add(reader.GetValue(columns[column]), target);
            }
        }
    }

    private static void Add(object? value, RawColumn target)
    {
        switch (value)
        {
            case null:
                target.AddMissing();
                break;
            case string text when string.IsNullOrWhiteSpace(text):
                target.AddMissing();
                break;
            default:
                Databases.DatabaseCell.Add(value, target);
                break;
        }
    }

    private void Count(string error, int row, int column, string name)
    {
        var shown = FaultList.Show(error);
        _errorCount++;
        if (_faults.Count < FaultList.MostListed)
        {
            _faults.Add(new(row + 1, name, shown, $"cell {Excel.CellRange.Name(row, column)} in column '{name}' holds the error {shown}; such cells are missing in the table. Mend the formula."));
        }
    }

    private SourceReport Report(string sheet) => new()
    {
        Path = request.Path,
        Source = "excel",
        Fingerprint = "",
        Bytes = new FileInfo(request.Path).Length,
        RowsRead = 0,
        Notes = [.. Notes(sheet)],
    };

    private IEnumerable<string> Notes(string sheet)
    {
        yield return $"Sheet '{sheet}' was read.";
        if (_merged > 0)
        {
            yield return $"The sheet has {_merged} merged areas: each holds its value in its upper left cell only, and its other cells are missing.";
        }

        if (_blankRows > 0)
        {
            yield return $"{_blankRows} blank rows were passed over.";
        }
    }
}
