using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;
using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Requests;

/// <summary>
/// Keeps requests and labels in a <see cref="RequestLog"/>: what is answered outlives the process, labels the machine. A row that was asked alone has
/// the id of its request, of several the first has id + "/0". Answers of shadows stand under the name of the model + "@shadow".
/// </summary>
/// <remarks>Safe from any thread. It owns the log and closes it when it is disposed, which is after the last request.</remarks>
public sealed class MappedRequestLog : IRequestLog, IDisposable
{
    private readonly RequestLog _log;
    private readonly ConditionalWeakTable<ModelVersion, ConcurrentDictionary<string, Lazy<Target>>> _targets = [];

    /// <summary>Takes a log that is open.</summary>
    /// <param name="log">The log; it is closed with this.</param>
    public MappedRequestLog(RequestLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
    }

    /// <inheritdoc/>
    public bool KeepsLabels => true;

    /// <inheritdoc/>
    public RequestLog Log => _log;

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="DataException">The id is empty or longer than 256 characters.</exception>
    public void Append(in ServedRequest request)
    {
        var target = TargetOf(request.IsShadow ? $"{request.Model}@shadow" : request.Model, request.Version);
        var width = request.Rows.RowCount == 0 ? 0 : request.Outputs.Length / request.Rows.RowCount;
        for (var row = 0; row < request.Rows.RowCount; row++)
        {
            target.Append(request.Rows.RowCount == 1 ? request.Id : IdOf(request.Id, row), request.Rows, row, request.Outputs.Slice(row * width, width));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Whether the first row stood alone is not known here, so its label is kept under both of the ids that it may have.</remarks>
    public async ValueTask AppendLabelsAsync(string model, IReadOnlyList<ServedLabel> labels, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var kept = new List<KeyValuePair<string, string?>>(labels.Count);
        foreach (var label in labels)
        {
            kept.Add(new(IdOf(label.Id, label.Row), label.Label));
            if (label.Row == 0)
            {
                kept.Add(new(label.Id, label.Label));
            }
        }

        await _log.AppendLabelsAsync(kept).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private static string IdOf(string id, int row) => FormattableString.Invariant($"{id}/{row}");

    // A version that left the traffic must not be held by what was made for it.
    private Target TargetOf(string name, ModelVersion version)
    {
        var targets = _targets.GetValue(version, _ => new(StringComparer.Ordinal));
        return targets.TryGetValue(name, out var known)
            ? known.Value
            : targets.GetOrAdd(name, _ => new(() => new(_log.Register(name, version.Predictor.Package), version))).Value;
    }

    /// <summary>A version as the log knows it, and where its columns stand in the rows of a request.</summary>
    private sealed class Target
    {
        private readonly LoggedModel _model;
        private readonly int[] _places;

        internal Target(LoggedModel model, ModelVersion version)
        {
            _model = model;
            var asked = version.Layout.Columns.Select((column, place) => (column.Name, Place: place)).ToDictionary(entry => entry.Name, entry => entry.Place, StringComparer.Ordinal);
            _places = [.. model.Columns.Select(column => asked.TryGetValue(column.Name, out var place) ? place : -1)];
        }

        internal void Append(string id, ServedRows rows, int row, ReadOnlySpan<double> outputs)
        {
            var count = _places.Length;
            var (numbers, ticks, texts) = (ArrayPool<double>.Shared.Rent(count), ArrayPool<long>.Shared.Rent(count), ArrayPool<string?>.Shared.Rent(count));
            for (var place = 0; place < count; place++)
            {
                Take(rows, row, place, (numbers, ticks, texts));
            }

            _model.Append(id, numbers.AsSpan(0, count), ticks.AsSpan(0, count), texts.AsSpan(0, count), outputs);
            ArrayPool<double>.Shared.Return(numbers);
            ArrayPool<long>.Shared.Return(ticks);
            ArrayPool<string?>.Shared.Return(texts, clearArray: true);
        }

        private void Take(ServedRows rows, int row, int place, (double[] Numbers, long[] Ticks, string?[] Texts) to)
        {
            var (from, type) = (_places[place], _model.Columns[place].Type);
            (to.Numbers[place], to.Ticks[place], to.Texts[place]) = (double.NaN, TimeColumn.Missing, null);
            if (from < 0)
            {
                return;
            }

            switch (type)
            {
                case ColumnType.Number:
                    to.Numbers[place] = rows.Number(from, row);
                    break;
                case ColumnType.Time:
                    to.Ticks[place] = rows.Ticks(from, row);
                    break;
                default:
                    to.Texts[place] = rows.Text(from, row);
                    break;
            }
        }
    }
}
