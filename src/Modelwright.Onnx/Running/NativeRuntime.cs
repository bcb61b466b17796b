using Microsoft.ML.OnnxRuntime;
using Modelwright.Core.Errors;

namespace Modelwright.Onnx.Running;

/// <summary>Turns what ONNX Runtime throws into errors that say what to do.</summary>
internal static class NativeRuntime
{
    /// <summary>Calls ONNX Runtime.</summary>
    /// <exception cref="OptionsException">The native library does not load.</exception>
    /// <exception cref="ArtifactException">ONNX Runtime refused or failed.</exception>
    internal static T Use<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new OptionsException($"ONNX Runtime's native library did not load on this machine ({fault.GetBaseException().Message.TrimEnd('.')}). The package Microsoft.ML.OnnxRuntime brings it: publish the app again so that its folder runtimes comes along, or leave the check of the graph out.", fault);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ArtifactException($"ONNX Runtime cannot run the graph ({fault.Message.TrimEnd('.')}). Export the model again.", fault);
        }
    }

    /// <summary>Nothing is told of what is run; ONNX Runtime for Windows would otherwise record events of it.</summary>
    internal static void BeQuiet() => OrtEnv.Instance().DisableTelemetryEvents();
}
