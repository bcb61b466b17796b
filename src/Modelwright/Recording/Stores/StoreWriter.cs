using System.Data.Common;
using Microsoft.Data.Sqlite;
using Modelwright.Core.Errors;
using Modelwright.Recording.Journals;
using Modelwright.Recording.Runs;

namespace Modelwright.Recording.Stores;

/// <summary>
/// Writes what a run does into the store, on a thread of its own. A store that cannot be used never holds the run up or ends
/// it: what was not recorded is counted, and the first reason kept.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MostWaiting = 1_024;

    private readonly RunStore _store;
    private readonly Action<DbConnection> _begin;
    private readonly BackgroundQueue _queue = new("store", MostWaiting);
    private DbConnection? _connection;
    private bool _hasBegun;
    private bool _isUnusable;
    private int _lost;
    private volatile string? _fault;

    /// <summary>Starts to write.</summary>
    /// <param name="store">Where.</param>
    /// <param name="begin">The first of all writes; tried again before each other one until it is done.</param>
    public StoreWriter(RunStore store, Action<DbConnection> begin)
    {
        (_store, _begin) = (store, begin);
        Add(_ => { });
    }

    /// <summary>What was not recorded, with the reason and what to do; null where all was.</summary>
    public string? Fault => (_fault, _hasBegun) switch
    {
        (null, _) => null,
        (var fault, false) => $"The run was not recorded: {fault}",
        (var fault, true) => FormattableString.Invariant($"{_lost} parts of the run were not recorded: {fault}"),
    };

    /// <summary>Writes something later.</summary>
    public void Add(Action<DbConnection> write)
    {
        if (!_queue.TryAdd(() => Write(write)))
        {
            Lose($"{_store.Path}: the store is written more slowly than trials end. Name a file on a faster disk with --store.");
        }
    }

    /// <summary>Waits for what is being written and closes the store.</summary>
    public void Dispose()
    {
        if (!_queue.Close(_store.Place.LongestEnd))
        {
            Lose($"{_store.Path}: the store could not be written in time, as another program holds it or the disk is slow. Name another file with --store.");
            return;
        }

        _queue.Dispose();
        _connection?.Dispose();
    }

    private void Write(Action<DbConnection> write)
    {
        if (_isUnusable)
        {
            _lost++;
            return;
        }

        try
        {
            _connection ??= _store.OpenToWrite();
            if (!_hasBegun)
            {
                _begin(_connection);
                _hasBegun = true;
            }

            write(_connection);
        }
#pragma warning disable CA1031 // whatever keeps a run from being recorded, it must not keep it from being done
        catch (Exception fault)
        {
            Lose(_store.Place.Explain(fault)?.Message ?? $"{_store.Path}: {fault.Message.TrimEnd('.')}. Name another file with --store.");

            // A store that is locked may be free again for the next write; one that cannot be opened at all will not mend itself.
            _isUnusable = _connection is null && fault is not DbException and not OptionsException { InnerException: SqliteException { SqliteErrorCode: 5 or 6 } };
        }
#pragma warning restore CA1031
    }

    private void Lose(string reason)
    {
        Interlocked.Increment(ref _lost);
        _fault ??= reason;
    }
}
