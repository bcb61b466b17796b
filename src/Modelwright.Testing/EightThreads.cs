using System.Runtime.ExceptionServices;

namespace Modelwright.Testing;

/// <summary>Runs an action on eight threads of its own at the same time, whatever the thread pool is busy with.</summary>
internal static class EightThreads
{
    private const int Count = 8;

    /// <summary>Starts all, lets them go together, waits for all, and throws the first error of any.</summary>
    /// <param name="run">Gets the number of its thread, from 0.</param>
    public static void Run(Action<int> run)
    {
        using var start = new Barrier(Count);
        var errors = new Exception?[Count];
        var threads = new Thread[Count];
        for (var thread = 0; thread < Count; thread++)
        {
            var number = thread;
            threads[thread] = new(() =>
            {
                start.SignalAndWait();
                try
                {
                    run(number);
                }
                catch (Exception error)
                {
                    errors[number] = error;
                }
            });
            threads[thread].Start();
        }

        Array.ForEach(threads, thread => thread.Join());
        if (Array.Find(errors, error => error is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
