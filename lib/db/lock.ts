/** Gives the lock back. Calling it again does nothing. */
export type Release = () => void;

export interface Lock {
  /** Resolves when every earlier holder has released. First come, first served. */
  acquire(): Promise<Release>;
}

/** A mutual exclusion inside this process. */
export function createLock(): Lock {
  const waiting: ((release: Release) => void)[] = [];
  let held = false;

  function releaser(): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = waiting.shift();
      if (next) next(releaser());
      else held = false;
    };
  }

  return {
    acquire() {
      if (held) return new Promise((resolve) => waiting.push(resolve));
      held = true;
      return Promise.resolve(releaser());
    },
  };
}
